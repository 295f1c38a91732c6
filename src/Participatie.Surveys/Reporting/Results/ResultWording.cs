using Participatie.Surveys.Analysis;
using Participatie.Surveys.Analysis.Publishing;
using Participatie.Surveys.Language;

namespace Participatie.Surveys.Reporting.Results;

/// <summary>The words for numbers in one language, about one kind of participant.</summary>
public sealed class ResultWording(string language, Population population)
{
    private readonly InterfaceWords _words = InterfaceWords.For(language);

    public string this[string key] => _words["result." + key];

    public string People => this["people." + PopulationKey(population)];

    private string Person => this["person." + PopulationKey(population)];

    public static string PopulationKey(Population population) => population switch
    {
        Population.Open => "open",
        Population.Invited => "invited",
        _ => "organisation",
    };

    public string Say(string key, params ReadOnlySpan<object?> values) => _words.Format("result." + key, values);

    /// <summary>"1.203,5".</summary>
    public string Number(double value) => _words.Number((decimal)value);

    /// <summary>"3 mensen sloegen deze vraag over", or "1 mens sloeg …".</summary>
    public string Counted(string key, long count) => _words.Count("result." + key, count, count, count == 1 ? Person : People);

    /// <summary>"12 van de 30 mensen zijn blij", or "1 van de 30 mensen is …".</summary>
    public string CountedShare(string key, long count, long seen) => _words.Count("result." + key, count, Share(count, seen));

    /// <summary>"Dit zeiden de eerste 40 mensen."</summary>
    public string Look(long count) => Say("look", count, People);

    public Passage Label(Text text) => text.In(language);

    public Passage Label(string key) => new(this[key], language);

    /// <summary>"412 van de 1.203 mensen".</summary>
    public string Share(long count, long seen) => Say("share", count, seen, People);

    /// <summary>The share as a cell with a bar, or that it is not shown.</summary>
    public ResultCell Cell(long? count, long seen) =>
        count is { } shown ? new ResultCell(Share(shown, seen), (double)shown / seen) : new ResultCell(this["hidden"]);

    public string Quote(Text text) => Say("quote", Label(text).Text);

    /// <summary>"‘A’, ‘B’ en ‘C’".</summary>
    public string Quotes(IReadOnlyList<Text> texts) => texts is [var only]
        ? Quote(only)
        : Say("and", texts.Take(texts.Count - 1).Select(Quote).Aggregate((before, next) => Say("list", before, next)), Quote(texts[^1]));
}

/// <summary>What a kind of question makes its table and sentence from.</summary>
/// <param name="Published">Shown: its number of people is known.</param>
/// <param name="Wording">In the reader's language.</param>
public sealed record ResultSource(PublishedPopulation Published, ResultWording Wording)
{
    public long Seen => Published.Seen!.Value;

    public ResultCell Cell(string cell) => Wording.Cell(Published.Count(cell), Seen);

    /// <summary>
    /// The count alone, for numbers beside each other: a phone has no room for "van de 1.203 mensen" in each, so <see cref="OfHowMany"/> is
    /// the caption.
    /// </summary>
    public ResultCell Number(string cell) => Published.Count(cell) is { } count
        ? new ResultCell(Wording.Say("people", count), (double)count / Seen)
        : new ResultCell(Wording["hidden"]);

    public string OfHowMany => Wording.Say("of-seen", Seen, Wording.People);

    /// <summary>
    /// Those with the highest count, when what is hidden cannot be higher: the sentence says no more than the table does.
    /// Otherwise the highest that is shown, and that it is the highest is not said.
    /// </summary>
    public (IReadOnlyList<string> Cells, long Count, bool IsHighest) Highest(IReadOnlyList<string> cells, bool overlapping = false)
    {
        var shown = cells.Where(cell => Published.Count(cell) is not null).ToList();
        if (shown.Count == 0)
        {
            return ([], 0, false);
        }

        var count = shown.Max(cell => Published.Count(cell)!.Value);
        var rest = overlapping ? Seen : Seen - shown.Sum(cell => Published.Count(cell)!.Value);
        return ([.. shown.Where(cell => Published.Count(cell) == count)], count, shown.Count == cells.Count || rest < count);
    }
}
