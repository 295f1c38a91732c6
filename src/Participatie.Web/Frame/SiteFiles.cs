using System.Collections.Frozen;
using Microsoft.AspNetCore.StaticAssets;

namespace Participatie.Web.Frame;

/// <summary>
/// Addresses of the static files with their fingerprint, so that browsers may keep them for a year. The framework does this for
/// <c>MapRazorComponents</c>; pages that are results of endpoints read the same from the endpoints themselves.
/// </summary>
public sealed class SiteFiles(EndpointDataSource endpoints)
{
    private readonly Lazy<FrozenDictionary<string, string>> _addresses = new(() => endpoints.Endpoints
        .Select(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>())
        .OfType<StaticAssetDescriptor>()
        .Select(file => (Name: file.Properties.FirstOrDefault(property => property.Name == "label")?.Value, file.Route))
        .Where(file => file.Name is not null)
        .DistinctBy(file => file.Name, StringComparer.Ordinal)
        .ToFrozenDictionary(file => file.Name!, file => "/" + file.Route, StringComparer.Ordinal));

    /// <param name="file">The name in <c>wwwroot</c>, such as <c>site.css</c>.</param>
    public string this[string file] => _addresses.Value.GetValueOrDefault(file) ?? "/" + file;
}
