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

    /// <summary>Ids of responses, in hexadecimal as the page wrote them.</summary>
    public static IReadOnlyList<byte[]> IdsIn(IEnumerable<string?> values) =>
        [.. values.Select(value => IdIn(value ?? "")).Where(id => id.Length > 0).Take(AnswersAPage)];

    /// <returns>Empty when it is none.</returns>
    public static byte[] IdIn(string value)
    {
        var id = new byte[16];
        return value.Length == 32 && Convert.FromHexString(value, id, out _, out _) == System.Buffers.OperationStatus.Done ? id : [];
    }
}
