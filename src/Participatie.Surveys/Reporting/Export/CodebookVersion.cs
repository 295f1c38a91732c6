using System.Globalization;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Language;
using Participatie.Surveys.Reporting.Export.Columns;

namespace Participatie.Surveys.Reporting.Export;

/// <summary>What a column means in one version.</summary>
public sealed record CodebookVersion(int Version, string Text, IReadOnlyList<CodebookValue> Values)
{
    private const string NotAsked = "(niet gevraagd in deze versie)";

    /// <summary>Whether the version has the column at all.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsAsked => Text != NotAsked;

    public static CodebookVersion Of(PublishedVersion version, ColumnGroup group, string part)
    {
        if (ExportPlan.Asked(version, group) is not { } question || !group.Report.Parts(question).Contains(part, StringComparer.Ordinal))
        {
            return new CodebookVersion(version.Number, NotAsked, Missing(group, [MissingCode.NotInVersion]));
        }

        return new CodebookVersion(
            version.Number,
            group.Report.Describe(question, part),
            [
                .. group.Report.Values(question, part).Select(value => CodebookValue.Of(group, value)),
                .. Missing(group, [.. Reasons(question), .. group.Report.MoreCodes(question, part)]),
            ]);
    }

    public static CodebookVersion OfOrder(PublishedVersion version, ColumnGroup group) =>
        ExportPlan.Asked(version, group) is { } question
            ? new CodebookVersion(
                version.Number,
                $"{question.Text.Dutch} – volgorde van de keuzes op het scherm",
                Missing(group, question.ShowWhen is null ? [] : [MissingCode.NotShown]))
            : new CodebookVersion(version.Number, NotAsked, Missing(group, [MissingCode.NotInVersion]));

    private static IReadOnlyList<CodebookValue> Missing(ColumnGroup group, IReadOnlyList<MissingCode> codes) =>
        [.. codes.Select(code => new CodebookValue(group.Codes.Text(code), MissingCodes.Meaning(code), IsMissing: true))];

    /// <summary>Only what can happen to this question.</summary>
    private static IEnumerable<MissingCode> Reasons(Question question)
    {
        if (!question.Required)
        {
            yield return MissingCode.Skipped;
        }

        if (question.ShowWhen is not null)
        {
            yield return MissingCode.NotShown;
        }

        if (question.DontKnow)
        {
            yield return MissingCode.DontKnow;
        }

        if (question.RatherNot)
        {
            yield return MissingCode.RatherNot;
        }
    }
}

/// <param name="Value">As it stands in the file.</param>
/// <param name="Meaning">In Dutch.</param>
/// <param name="IsMissing">A statistics program must be told that this is no answer.</param>
public sealed record CodebookValue(string Value, string Meaning, bool IsMissing)
{
    /// <summary>Of the choice that the value is the code of; null when it is none.</summary>
    public string? Id { get; init; }

    /// <summary>A choice has its code in the file.</summary>
    public static CodebookValue Of(ColumnGroup group, (string Value, string Meaning) answer) => group.CodeOf(answer.Value) is { } code
        ? new(code.ToString(CultureInfo.InvariantCulture), answer.Meaning, IsMissing: false) { Id = answer.Value }
        : Answer(answer);

    public static CodebookValue Answer((string Value, string Meaning) answer) => new(answer.Value, answer.Meaning, IsMissing: false);
}
