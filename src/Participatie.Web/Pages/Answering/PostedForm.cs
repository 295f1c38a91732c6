using System.Globalization;
using Participatie.Surveys.Answering;
using Participatie.Surveys.Answering.Checks;

namespace Participatie.Web.Pages.Answering;

/// <summary>Reads the form of a request, which the middleware has read and bounded already.</summary>
internal static class PostedForm
{
    /// <summary>Hidden on the first page only: the draft that keeps it is made by the first answer.</summary>
    public const string Rotation = "rotation";

    public static async Task<Posted> ReadAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var fields = new Dictionary<string, IReadOnlyList<string>>(form.Count, StringComparer.Ordinal);
        foreach (var (name, values) in form)
        {
            fields[name] = [.. values.Select(value => value ?? "")];
        }

        return new Posted(fields);
    }

    /// <returns>False when somebody changed the hidden field; a form without it gets a new rotation.</returns>
    public static bool TryReadRotation(Posted posted, out int rotation)
    {
        rotation = Drafts.NewRotation();
        switch (posted.All(Rotation))
        {
            case []:
                return true;
            case [var typed] when int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var read)
                && read < Surveys.Answering.Rotation.Starts:
                rotation = read;
                return true;
            default:
                return false;
        }
    }
}
