using System.Globalization;
using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition.Life;

namespace Participatie.Web.Pages.Answering;

/// <summary>Reads the form of a request, which the middleware has read and bounded already.</summary>
internal static class PostedForm
{
    /// <summary>Hidden on the first page only: the draft that keeps it is made by the first answer.</summary>
    public const string Rotation = "rotation";

    /// <summary>Hidden where a page tells what happened to the consultation: the number of the last thing that it tells.</summary>
    public const string News = "nieuws";

    /// <summary>Hidden: when the page was shown (<see cref="ShownMarks"/>).</summary>
    public const string Shown = "sinds";

    public static string NumberOf(LifeEvent news) => news.Number.ToString(CultureInfo.InvariantCulture);

    public static Task<IFormCollection> ReadAsync(HttpContext context) => context.Request.ReadFormAsync(context.RequestAborted);

    /// <summary>What was typed in a text field; of a repeated field the first. Null when there is none.</summary>
    public static string? First(this IFormCollection form, string name) => form[name] is [var first, ..] ? first : null;

    /// <returns>False when somebody changed the hidden field; a form without it gets a new rotation.</returns>
    public static bool TryReadRotation(IFormCollection form, out int rotation)
    {
        rotation = Drafts.NewRotation();
        switch (form[Rotation].ToArray())
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
