using System.Globalization;
using System.Text.RegularExpressions;
using Participatie.Surveys.Analysis;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Language;
using Participatie.Surveys.Reporting.OpenData;
using Participatie.Surveys.Reporting.Summary;

namespace Participatie.Tests.Reporting.Summary;

/// <summary>Holds every figure of a summary against the rows of the open data.</summary>
internal static partial class SummaryFigures
{
    /// <summary>Figures under a question, or told of it on the first page, that no row of that question has.</summary>
    public static List<string> Unknown(SummaryInput input, IReadOnlyList<OpenRow> rows)
    {
        var unknown = new List<string>();
        var document = ComposeSummary.Of(input);
        foreach (var text in new[] { document.Dutch, document.Easy })
        {
            MergedQuestion? asked = null;
            foreach (var block in text.Blocks)
            {
                if (block is SummaryHeading { Level: <= 3 } heading)
                    asked = MergedQuestions.Of(input.Versions).FirstOrDefault(one => heading.Id == "vraag-" + one.Key.Replace('@', '-'));
                // Decisions are staff's words.
                if (block is SummaryHeading { Level: 4 } part && part.Id.EndsWith("-besluit", StringComparison.Ordinal))
                    asked = null;
                if (block is SummaryHeading)
                    continue;
                if (block is SummaryList { IsNumbered: true } findings)
                {
                    foreach (var item in findings.Items)
                    {
                        // Two questions may be worded alike.
                        unknown.AddRange(MergedQuestions.Of(input.Versions)
                            .Where(one => one.Question.Text.In(text.Language) == item.Lead[0])
                            .Select(one => Missing(GivenSummary.Joined(item.Words), one).ToList()).MinBy(missing => missing.Count)!);
                    }
                }
                else if (asked is not null)
                {
                    unknown.AddRange(Figures(block).SelectMany(words => Missing(words, asked)));
                }
            }

            // What the account of method counts: who took part, the letters, and the answers that stand in the summary itself.
            var method = text.Blocks.SkipWhile(block => block is not SummaryHeading { Id: "methode" }).Skip(1)
                .TakeWhile(block => block is not SummaryHeading).OfType<SummaryList>().SelectMany(list => list.Items).ToList();
            unknown.AddRange(method.SelectMany(item => Missing(Plain(GivenSummary.Joined(item.Words)), asked: null)));
            // How many took part.
            unknown.AddRange(text.Blocks.OfType<SummaryParagraph>().Skip(1).Take(1).SelectMany(
                paragraph => Missing(GivenSummary.Joined(paragraph.Words), asked: null)));
        }

        return unknown;

        IEnumerable<string> Missing(string words, MergedQuestion? asked)
        {
            var known = rows.Where(row => row.Question == (asked?.Key ?? "") && row.Value is not null)
                .Select(row => row.Value!.Value).ToHashSet();
            if (asked is null)
                known.Add(input.Released.Count);
            // What is divided stands in the question, and so do the ends of a band.
            if (asked?.Question is BudgetQuestion budget)
                known.Add(budget.Total);
            var bands = asked?.Question is NumberQuestion { BandWidth: > 1 };
            return Number().Matches(Quoted().Replace(words, "").Replace("Minder dan 10", "", StringComparison.Ordinal))
                .Select(match => double.Parse(match.Value, NumberStyles.Number, CultureInfo.GetCultureInfo("nl-NL")))
                .Where(number => !known.Contains(number) && !bands).Select(number => $"{asked?.Key}: {number} in {words}");
        }
    }

    /// <summary>Without days, and without the numbers of the rules.</summary>
    private static string Plain(string words) => new[] { "results.rule", "result.hidden.why" }.Aggregate(
        Day().Replace(words, ""),
        (left, rule) => left.Replace(InterfaceWords.For(Languages.Dutch)[rule], "", StringComparison.Ordinal));

    private static IEnumerable<string> Figures(SummaryBlock block) => block switch
    {
        SummaryParagraph paragraph => [GivenSummary.Joined(paragraph.Words)],
        SummaryPicture picture => picture.Bars.Select(bar => bar.Words),
        SummaryTable table => table.Table.Rows.SelectMany(row => row.Cells.Select(cell => cell.Words)).Append(table.Sentence),
        _ => [],
    };

    [GeneratedRegex("‘[^’]*’", RegexOptions.None, 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\d{1,2} [a-z]+ \d{4}", RegexOptions.None, 1000)]
    private static partial Regex Day();

    [GeneratedRegex(@"\d[\d.]*(,\d+)?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();
}
