using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Participatie.Surveys.Storage;

namespace Participatie.Web.Hosting;

/// <summary>Keeps data protection keys in the database. Called a few times a day, from code that cannot wait asynchronously.</summary>
public sealed class KeysInDatabase(Database database) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var context = database.NewContext();
        return [.. context.DataProtectionKeys.Select(key => key.Xml).AsEnumerable().Select(xml => XElement.Parse(xml))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var context = database.NewContext();
        context.DataProtectionKeys.Add(
            new DataProtectionKey { Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        context.SaveChanges();
    }
}
