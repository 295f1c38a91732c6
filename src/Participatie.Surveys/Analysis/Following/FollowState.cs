using System.Globalization;
using System.Text;

namespace Participatie.Surveys.Analysis.Following;

/// <summary>
/// What staff see of the groups of a consultation, until ten more responses were counted: kept, so that no reload, no other instance and no
/// page about other groups shows what came in between.
/// </summary>
/// <param name="Responses">How many had been counted when it was made.</param>
/// <param name="Groups">By dimension and group, as <see cref="SteppedCounts"/>; one that is missing has too few.</param>
public sealed record FollowState(long Responses, IReadOnlyDictionary<string, IReadOnlyDictionary<string, long>> Groups)
{
    public const string Channel = "channel";
    public const string Language = "language";
    public const string Helped = "helped";
    public const string Place = Breakdowns.Place;
    public const string Age = Breakdowns.Age;

    /// <summary>In the place of municipality and age of whoever answered for an organisation.</summary>
    public const string Organisations = "$organisation";

    /// <summary>The groups of <see cref="Channel"/>.</summary>
    public static IReadOnlyList<string> Channels => Arrivals.Channels;

    /// <summary>The groups of <see cref="Helped"/>.</summary>
    public static IReadOnlyList<string> Ways => Arrivals.Ways;

    public static readonly FollowState None = new(
        0, new Dictionary<string, IReadOnlyDictionary<string, long>>(StringComparer.Ordinal));

    /// <summary>What is shown of a dimension's groups.</summary>
    public IReadOnlyDictionary<string, long> Of(string dimension) =>
        Groups.GetValueOrDefault(dimension) ?? new Dictionary<string, long>(StringComparer.Ordinal);

    /// <summary>The next one, from all that was counted until now.</summary>
    /// <param name="responses">How many.</param>
    /// <param name="counts">By dimension and group; the groups of a dimension add up to all.</param>
    public FollowState Advance(long responses, IReadOnlyDictionary<string, IReadOnlyDictionary<string, long>> counts) => new(
        responses,
        counts.ToDictionary(
            dimension => dimension.Key,
            dimension => SteppedCounts.Advance(Of(dimension.Key), dimension.Value),
            StringComparer.Ordinal));

    /// <summary>Ten more, or ten fewer: one who came or went in between is nobody's to see.</summary>
    public bool IsDue(long responses) => Math.Abs(responses - Responses) >= SteppedCounts.Step;

    /// <summary>A line a group: <c>place=assen 40</c>.</summary>
    public string Write()
    {
        var text = new StringBuilder();
        foreach (var (dimension, groups) in Groups.OrderBy(dimension => dimension.Key, StringComparer.Ordinal))
        {
            foreach (var (group, count) in groups.OrderBy(group => group.Key, StringComparer.Ordinal))
            {
                text.Append(CultureInfo.InvariantCulture, $"{Breakdowns.Name(dimension, group)} {count}\n");
            }
        }

        return text.ToString();
    }

    public static FollowState Read(long responses, string text) => new(
        responses,
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => (Name: line[..line.LastIndexOf(' ')], Count: line[(line.LastIndexOf(' ') + 1)..]))
            .GroupBy(line => line.Name[..line.Name.IndexOf('=', StringComparison.Ordinal)], StringComparer.Ordinal)
            .ToDictionary(
                dimension => dimension.Key,
                dimension => (IReadOnlyDictionary<string, long>)dimension.ToDictionary(
                    line => line.Name[(line.Name.IndexOf('=', StringComparison.Ordinal) + 1)..],
                    line => long.Parse(line.Count, CultureInfo.InvariantCulture),
                    StringComparer.Ordinal),
                StringComparer.Ordinal));
}

/// <summary>The stored form of <see cref="FollowState"/>.</summary>
public sealed class FollowStateEntry
{
    public required int ConsultationId { get; init; }

    public required long Responses { get; set; }

    public required string Counts { get; set; }
}
