using System.Text.Json;

namespace Participatie.Surveys.Review.Criteria;

/// <summary>The criteria of WCAG 2.2 A and AA, and the one of 2.1 that 2.2 dropped.</summary>
public static class SuccessCriteria
{
    public const string Newest = "2.2";

    /// <summary>Parsing: browsers mend such faults since, so 2.2 asks it no more.</summary>
    public const string Dropped = "4.1.1";

    private const string File = "Participatie.Surveys.Review.Criteria.criteria.nl.json";

    private static readonly Dictionary<string, Criterion> ById;

    static SuccessCriteria()
    {
        using var file = typeof(SuccessCriteria).Assembly.GetManifestResourceStream(File)!;
        All = JsonSerializer.Deserialize<List<Criterion>>(file, JsonSerializerOptions.Web)!;
        ById = All.ToDictionary(criterion => criterion.Id, StringComparer.Ordinal);
    }

    /// <summary>In the order of WCAG.</summary>
    public static IReadOnlyList<Criterion> All { get; }

    /// <summary>Those that the law counts: the score is about these.</summary>
    public static IReadOnlyList<Criterion> OfLaw => [.. All.Where(criterion => criterion.IsLaw)];

    /// <summary>Those that came after the law: reported apart.</summary>
    public static IReadOnlyList<Criterion> BeyondLaw => [.. All.Where(criterion => !criterion.IsLaw)];

    /// <param name="id">W3C's short name.</param>
    /// <returns>Null for one of level AAA, or what is none.</returns>
    public static Criterion? Find(string id) => ById.GetValueOrDefault(id);
}
