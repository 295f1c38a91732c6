namespace Participatie.Web.Pages.Analysis.Desk;

/// <summary>The names of the fields of these pages.</summary>
internal static class OpenAnswersForm
{
    public const string Way = "keuze";
    public const string Find = "zoek";
    public const string Next = "verder";
    public const string Release = "openbaar";
    public const string Hide = "verbergen";
    public const string Search = "woorden";
    public const string Shown = "toon";
    public const string After = "na";
    public const string Chosen = "antwoord";

    /// <summary>Of an answer that was shown with its marks after somebody wanted to release it.</summary>
    public const string ReadAgain = "gelezen";

    public const int LongestSearch = 100;
    public const int AnswersAPage = 25;
}
