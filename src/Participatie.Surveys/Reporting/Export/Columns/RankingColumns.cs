using System.Globalization;
using Participatie.Surveys.Definition.Questions;

namespace Participatie.Surveys.Reporting.Export.Columns;

/// <summary>One column for each choice with the place that it was put in; 1 is first.</summary>
public sealed class RankingColumns : AnswerColumns
{
    public override IEnumerable<MissingCode> MoreCodes(Question question, string part) => [MissingCode.NotPlaced];

    public override IEnumerable<string> Parts(Question question) => ((RankingQuestion)question).Offered.Select(choice => choice.Id);

    public override AnswerWriter Writer(Question question, ColumnGroup group, RowFormat format) => new PlaceWriter(question, group, format);

    public override string Describe(Question question, string part) => About(question, ((RankingQuestion)question).Offered, part);

    public override IEnumerable<(string Value, string Meaning)> Values(Question question, string part) => Enumerable
        .Range(1, ((RankingQuestion)question).Places)
        .Select(place => (place.ToString(CultureInfo.InvariantCulture), $"op plaats {place} gezet"));

    private sealed class PlaceWriter(Question question, ColumnGroup group, RowFormat format)
        : PartsWriter(question, group, format, group.Codes[MissingCode.NotPlaced])
    {
        private protected override void Take(int place, ReadOnlySpan<byte> element, Span<long> values) => values[Named(element)] = place + 1;
    }
}
