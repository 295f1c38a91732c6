using Participatie.Surveys.PlainLanguage;
using Participatie.Surveys.PlainLanguage.Warnings;

namespace Participatie.Tests.PlainLanguage;

/// <summary>The sentences in <c>Planted/</c>: what has the fault of its file and what only looks like it.</summary>
internal static class PlantedSentences
{
    public static IReadOnlyList<(string Words, bool IsFaulty)> Of(WarningKind kind) =>
        [.. File.ReadLines(Repository.Path($"tests/unit/PlainLanguage/Planted/{kind}.txt"))
            .Where(line => line[0] != '#')
            .Select(line => (line[2..], line[0] == '+'))];

    public static bool IsHit(WarningKind kind, string words) => kind == WarningKind.UnbalancedScale
        ? UnbalancedScale.In(new Sentence("Wat vindt u?", 1), words.Split(" | "), hasWayOut: false).Any()
        : CheckText.Read(words).Warnings.Any(warning => warning.Kind == kind);
}
