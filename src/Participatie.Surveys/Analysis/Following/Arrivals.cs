using Participatie.Surveys.Answering;
using Participatie.Surveys.Intake;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Analysis.Following;

/// <summary>What is counted of a response beside its answers. The numbers are stored.</summary>
public enum ArrivalDimension : short
{
    /// <summary>How it came in; what an organisation says stands apart, whatever way it came.</summary>
    Channel,

    /// <summary>The language or variety that was on the screen.</summary>
    Language,

    /// <summary>Whether two people filled in together.</summary>
    Helped,
}

/// <summary>
/// How many of the counted responses came in one way: kept up while they are counted, so that nobody looks through a million of them.
/// </summary>
public sealed class ArrivalEntry
{
    public required int ConsultationId { get; init; }

    /// <summary>An <see cref="ArrivalDimension"/>.</summary>
    public required short Dimension { get; init; }

    /// <summary>See <see cref="Arrivals"/>; of languages the tag.</summary>
    public required string Value { get; init; }

    public required long Responses { get; init; }
}

/// <summary>What one batch changes in the table of arrivals.</summary>
internal sealed class Arrivals
{
    public const string OpenLink = "open";
    public const string Letter = "letter";
    public const string Paper = "paper";
    public const string Organisation = "organisation";
    public const string Alone = "alone";
    public const string Helper = "helper";
    public const string WasHelped = "helped";

    public static readonly IReadOnlyList<string> Channels = [OpenLink, Letter, Paper, Organisation];
    public static readonly IReadOnlyList<string> Ways = [Alone, Helper, WasHelped];

    private readonly SortedDictionary<(ArrivalDimension Dimension, string Value), long> _changes = new(
        Comparer<(ArrivalDimension Dimension, string Value)>.Create(
            static (one, other) => one.Dimension != other.Dimension
                ? one.Dimension.CompareTo(other.Dimension)
                : string.CompareOrdinal(one.Value, other.Value)));

    public IEnumerable<KeyValuePair<(ArrivalDimension Dimension, string Value), long>> Changes => _changes;

    /// <param name="channel">Of the response.</param>
    /// <param name="organisation">Given on behalf of one.</param>
    /// <param name="language">As stored with it.</param>
    /// <param name="helped">Whether two people filled in together.</param>
    /// <param name="number">1: counted; -1: taken out; more of responses that are alike.</param>
    public void Add(ResponseChannel channel, bool organisation, string language, Helped helped, long number)
    {
        Add(ArrivalDimension.Channel, ValueOf(channel, organisation), number);
        Add(ArrivalDimension.Language, language, number);
        Add(ArrivalDimension.Helped, ValueOf(helped), number);
    }

    /// <summary>In the transaction of the tallies, whose lock is held.</summary>
    public async ValueTask StoreAsync(WriteScope scope, int consultationId)
    {
        foreach (var ((dimension, value), change) in _changes)
        {
            await scope.ExecuteAsync(
                """
                INSERT INTO arrivals (consultation_id, dimension, value, responses) VALUES (@consultation, @dimension, @value, @change)
                ON CONFLICT (consultation_id, dimension, value) DO UPDATE SET responses = arrivals.responses + excluded.responses
                """,
                ("@consultation", consultationId),
                ("@dimension", (short)dimension),
                ("@value", value),
                ("@change", change));
        }
    }

    private static string ValueOf(ResponseChannel channel, bool organisation) => organisation ? Organisation : channel switch
    {
        ResponseChannel.Letter => Letter,
        ResponseChannel.Paper => Paper,
        _ => OpenLink,
    };

    private static string ValueOf(Helped helped) => helped switch
    {
        Helped.Helper => Helper,
        Helped.WasHelped => WasHelped,
        _ => Alone,
    };

    private void Add(ArrivalDimension dimension, string value, long number) =>
        _changes[(dimension, value)] = _changes.GetValueOrDefault((dimension, value)) + number;
}
