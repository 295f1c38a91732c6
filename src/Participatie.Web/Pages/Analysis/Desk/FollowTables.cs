using Participatie.Surveys.Analysis;
using Participatie.Surveys.Analysis.Following;
using Participatie.Surveys.Analysis.Representation;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Language;
using Participatie.Surveys.Reporting.Results;

namespace Participatie.Web.Pages.Analysis.Desk;

/// <summary>The tables of the page on which staff follow a consultation. Bars only repeat their numbers.</summary>
internal static class FollowTables
{
    private const int Hundred = 100;

    /// <param name="state">What is shown of the groups.</param>
    /// <param name="languages">Of the consultation.</param>
    /// <param name="age">The question that asks for it; null when there is none.</param>
    /// <param name="place">The same.</param>
    /// <param name="words">Of the page.</param>
    public static IReadOnlyList<FollowTable> Of(
        FollowState state, IReadOnlyList<string> languages, Question? age, Question? place, InterfaceWords words)
    {
        if (state.Groups.Values.All(groups => groups.Count == 0))
            return [];
        return
        [
            Table(FollowState.Channel, "staff.follow.channel", FollowState.Channels.Select(id => (id, Own($"staff.follow.channel.{id}")))),
            Table(
                FollowState.Language,
                "staff.follow.language",
                languages.Union(state.Of(FollowState.Language).Keys, StringComparer.Ordinal)
                    .Select(tag => (tag, new Passage(InterfaceWords.For(tag)["language.name"], tag)))),
            Table(FollowState.Helped, "staff.follow.helped", FollowState.Ways.Select(id => (id, Own($"staff.follow.helped.{id}")))),
            .. age is null ? Array.Empty<FollowTable>() : [Table(FollowState.Age, "staff.follow.age", Choices(age))],
            .. place is null ? Array.Empty<FollowTable>() : [Table(FollowState.Place, "staff.follow.place", Choices(place))],
        ];

        FollowTable Table(string dimension, string key, IEnumerable<(string Id, Passage Label)> groups) => new(
            dimension,
            words[key],
            new ResultTable(
                [words["staff.follow.group"], words["staff.follow.responses"]],
                [.. groups.Select(group => new ResultRow(group.Label, [Cell(state, dimension, group.Id, words)]))]));

        IEnumerable<(string Id, Passage Label)> Choices(Question question) =>
        [
            .. question.ConditionChoices.Select(choice => (choice.Id, choice.Text.In(words.Language))),
            (Breakdowns.Unknown, Own("staff.follow.unknown")),
            (FollowState.Organisations, Own("staff.follow.channel.organisation")),
        ];

        Passage Own(string text) => new(words[text], words.Language);
    }

    /// <summary>Who took part beside who lives there: the two bars of a municipality are of the same measure.</summary>
    public static ResultTable Of(RepresentationOfPlaces found, InterfaceWords words)
    {
        var most = found.Rows.Max(row => Math.Max(found.ShareOfInhabitants(row), found.ShareOfResponses(row)));
        return new ResultTable(
            [
                words["staff.missing.municipality"],
                words["staff.follow.responses"],
                words.Format("staff.missing.inhabitants", found.Figures.Year),
            ],
            [
                .. found.Rows.Select(row => new ResultRow(
                    new Passage(RepresentationSentence.NameOf(row.Municipality, words), words.Language),
                    [
                        new ResultCell(
                            row.Responses is null
                                ? Standing(row, words["staff.follow.hidden"], words)
                                : Standing(
                                    row,
                                    words.Format(
                                        "staff.missing.share",
                                        AtLeast(row.Responses.Value, words),
                                        OfHundred(found.ShareOfResponses(row), words)),
                                    words),
                            found.ShareOfResponses(row) / most),
                        new ResultCell(
                            words.Format(
                                "staff.missing.share", words.Number(row.Inhabitants), OfHundred(found.ShareOfInhabitants(row), words)),
                            found.ShareOfInhabitants(row) / most),
                    ])),
            ]);
    }

    public static ResultTable Of(IReadOnlyList<DayCount> days, InterfaceWords words)
    {
        var most = Math.Max(1, days.Max(day => day.Responses));
        return new ResultTable(
            [words["staff.follow.day"], words["staff.follow.responses"]],
            [
                .. days.Select(day => new ResultRow(
                    new Passage(words.Day(day.Day), words.Language),
                    [new ResultCell(words.Number(day.Responses), (double)day.Responses / most)])),
            ]);
    }

    public static string AtLeast(long count, InterfaceWords words) => words.Format("staff.follow.atleast", words.Number(count));

    private static ResultCell Cell(FollowState state, string dimension, string group, InterfaceWords words) =>
        state.Of(dimension).TryGetValue(group, out var count)
            ? new ResultCell(AtLeast(count, words), (double)count / state.Responses)
            : new ResultCell(words["staff.follow.hidden"]);

    private static string Standing(RepresentationRow row, string said, InterfaceWords words) => row.Standing switch
    {
        RepresentationStanding.Fewer => $"{said}. {words["staff.missing.fewer"]}",
        RepresentationStanding.More => $"{said}. {words["staff.missing.more"]}",
        _ => said,
    };

    private static string OfHundred(double share, InterfaceWords words) => words.Number((decimal)Math.Round(Hundred * share));
}
