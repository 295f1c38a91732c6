using Participatie.Surveys.Analysis.Publishing;
using Participatie.Surveys.Answering;

namespace Participatie.Surveys.Reporting.Results;

/// <summary>What stands under a table: how many saw the question where the table does not say so, and how many gave no answer.</summary>
internal static class ResultNotes
{
    private static readonly (string Cell, string Key)[] Passed =
        [(PassedOver.Skipped, "skipped"), (PassedOver.DontKnow, "dontknow"), (PassedOver.RatherNot, "rathernot")];

    /// <param name="source">What was published.</param>
    /// <param name="shares">The cells that the table or the sentence shows as a share of those who saw the question.</param>
    public static IEnumerable<string> Of(ResultSource source, IReadOnlyList<TableCell> shares)
    {
        var wording = source.Wording;
        if (shares.All(share => source.Published.Count(share.Cell) is null))
        {
            yield return Seen(source);
        }

        foreach (var (cell, key) in Passed)
        {
            if (source.Published.Count(cell) is { } count)
            {
                yield return wording.Counted(key, count);
            }
        }
    }

    public static string Seen(ResultSource source) => source.Wording.Counted("seen", source.Seen);

    public static bool HidesWhoPassed(PublishedPopulation published) =>
        Array.Exists(Passed, reason => published.Has(reason.Cell) && published.Count(reason.Cell) is null);
}
