using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition.Questions;

namespace Participatie.Surveys.Analysis.Tallies;

/// <summary>
/// How often each choice is on each place, how often each is above each other one, and how many people filled fewer places than there
/// are. What somebody put in order is above what they left out; between two that were left out there is no preference.
/// </summary>
public sealed class RankingTally : QuestionTally
{
    private readonly byte[][] _ids;
    private readonly int _places;

    public RankingTally(RankingQuestion question)
        : base(question.Id, question.Kind)
    {
        _ids = Utf8Ids(question.Offered);
        _places = question.Places;
        var ids = question.Offered.Select(choice => choice.Id).ToList();
        AddCells(ids.SelectMany(_ => Enumerable.Range(0, _places), Position));
        AddCells(ids.SelectMany(_ => ids, Above));
        AddCells([Partial]);
        var top = Math.Min(PublicCells.Top, _places);
        ForPublic = PublicCells.OneOf(ids.Select(id => Position(id, 0))) with
        {
            // When all of them fit, everybody has everything in the first places.
            Summed = (top > 1 && ids.Count > top ? ids : []).ToDictionary(
                PublicCells.InTop, id =>
                    (IReadOnlyList<string>)[.. Enumerable.Range(0, top).Select(place => Position(id, place))], StringComparer.Ordinal),
        };
    }

    public const string Partial = "$partial";

    public override PublicCells ForPublic { get; }

    public override int MostHits => 2 + _places + (_places * _ids.Length);

    /// <param name="choice">Id of the choice.</param>
    /// <param name="place">From 0.</param>
    public static string Position(string choice, int place) => $"{choice}@{place + 1}";

    public static string Above(string choice, string other) => $"{choice}>{other}";

    protected override int CountOwn(ReadOnlySpan<byte> answer, Span<int> hits)
    {
        var (count, place, ranked) = (0, 0, 0);
        var pairs = Own + (_ids.Length * _places);
        while (CanonicalReader.NextElement(ref answer, out var id))
        {
            var choice = Find(_ids, id);
            ranked |= place < _places ? 1 << choice : throw Damaged();
            hits[count++] = Own + (choice * _places) + place++;
            for (var other = 0; other < _ids.Length; other++)
            {
                if ((ranked & (1 << other)) == 0)
                {
                    hits[count++] = pairs + (choice * _ids.Length) + other;
                }
            }
        }

        if (place < _places)
        {
            hits[count++] = pairs + (_ids.Length * _ids.Length);
        }

        return count;
    }
}

internal sealed class RankingTallies : KindTally<RankingQuestion>
{
    public override IReadOnlyList<string> CellsOf(Question question, Condition condition) =>
        [.. condition.IsAnyOf.Select(choice => RankingTally.Position(choice, 0))];

    protected override QuestionTally TallyOf(RankingQuestion question) => new RankingTally(question);

    protected override RankingQuestion Join(RankingQuestion newer, RankingQuestion older) =>
        newer with { Offered = Union(newer.Offered, older.Offered), Places = Math.Max(newer.Places, older.Places) };
}
