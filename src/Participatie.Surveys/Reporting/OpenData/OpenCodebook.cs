using Participatie.Surveys.Analysis;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Reporting.Export;
using Participatie.Surveys.Reporting.Kinds;
using Participatie.Surveys.Reporting.Results;

namespace Participatie.Surveys.Reporting.OpenData;

/// <summary>What the columns of the open tables and the values in them mean: the questions and choices of every version.</summary>
public static class OpenCodebook
{
    public static Codebook Of(IReadOnlyList<PublishedVersion> versions)
    {
        var newest = versions.MaxBy(version => version.Number)!;
        var questions = MergedQuestions.Of(versions);
        return new Codebook(newest.Definition.Slug, newest.Definition.Title.Dutch,
        [
            Fixed(
                "vraag",
                "De vraag; leeg als het gaat over hoeveel er meededen",
                questions.Select(question => (question.Key, question.Question.Text.Dutch))),
            Fixed("deelnemers", "Van wie de antwoorden zijn", OpenTerms.Populations),
            Fixed("indeling", "Hoe de mensen zijn verdeeld; leeg is iedereen samen", OpenTerms.Dimensions),
            Fixed("groep", "De gemeente of de leeftijd; leeg is iedereen samen", Groups()),
            .. questions.Select(question => Choices(versions, question)),
            Fixed("maat", "Wat het getal zegt", OpenTerms.Measures),
            Fixed("waarde", "Het getal; leeg als het verborgen is", []),
            new CodebookColumn("code", null, null, [Version(
                "Waarom er geen getal staat",
                [new CodebookValue(OpenTerms.Hidden, "onder de 10, of nodig om een ander aantal te verbergen", IsMissing: true)])]),
        ])
        {
            Others = [OpenHistoryFiles.Changes, OpenHistoryFiles.Decisions],
        };

        CodebookColumn Fixed(string name, string text, IEnumerable<(string Value, string Meaning)> values) =>
            new(name, null, null, [Version(text, [.. values.Select(CodebookValue.Answer)])]);

        CodebookVersion Version(string text, IReadOnlyList<CodebookValue> values) => new(newest.Number, text, values);
    }

    private static CodebookColumn Choices(IReadOnlyList<PublishedVersion> versions, MergedQuestion question) => new(
        "keuze",
        question.Key,
        question.Question.Kind,
        [.. from version in versions
            where question.Versions.Contains(version.Number)
            let asked = version.Definition.Find(question.Question.Id)
            select new CodebookVersion(
                version.Number,
                asked.Text.Dutch,
                [.. ChoicesOf(asked).Select(choice => CodebookValue.Answer((choice.Id, choice.Text.Dutch)))])]);

    private static IEnumerable<Choice> ChoicesOf(Question question)
    {
        var kind = KindReport.All.For(question);
        return kind.Cells(question).Select(cell => cell.Choice).Concat(
            kind.Measured(question).Select(measured => measured.Choice)).OfType<Choice>().DistinctBy(choice => choice.Id);
    }

    private static IEnumerable<(string, string)> Groups() =>
        [
            .. BreakdownResults.Places.Concat(BreakdownResults.Ages).Select(choice => (choice.Id, choice.Text.Dutch)),
            (OpenTerms.NotSaid, "niet gezegd, of de vraag was er niet"),
        ];
}
