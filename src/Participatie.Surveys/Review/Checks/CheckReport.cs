namespace Participatie.Surveys.Review.Checks;

/// <summary>In which state a page was looked at. The names stand in files.</summary>
public enum PageState
{
    /// <summary>As it comes.</summary>
    Shown,

    /// <summary>Shown again, because what was sent could not be taken.</summary>
    Refused,
}

/// <summary>
/// What a program saw when a browser showed it all pages of a version: a file of its own, made wherever there is a browser and taken in by
/// the site. It says nothing about what only people can judge.
/// </summary>
public sealed record CheckReport
{
    /// <summary>Tells the file from others.</summary>
    public const string Kind = "participatie-check-1";

    public required string Format { get; init; }

    /// <summary>How the consultation is called.</summary>
    public required string Slug { get; init; }

    /// <summary>The <see cref="VersionHash"/> of what was shown.</summary>
    public required string Version { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>What judged the pages, with its version.</summary>
    public required string Engine { get; init; }

    public required string Browser { get; init; }

    public required IReadOnlyList<CheckedPage> Pages { get; init; }
}

/// <summary>A page in one state, language and width.</summary>
public sealed record CheckedPage
{
    /// <summary>Behind the address of the consultation.</summary>
    public required string Page { get; init; }

    public required string Language { get; init; }

    public required PageState State { get; init; }

    /// <summary>In CSS pixels.</summary>
    public required int Width { get; init; }

    /// <summary>What is wrong.</summary>
    public required IReadOnlyList<RuleResult> Found { get; init; }

    /// <summary>What the program could not tell.</summary>
    public required IReadOnlyList<RuleResult> Unsure { get; init; }
}

/// <param name="Rule">Of axe-core, by its id.</param>
/// <param name="Criteria">The numbers in WCAG that it is about; none: good practice only.</param>
/// <param name="Count">In how many places.</param>
/// <param name="Places">Some of them, as they stand in the page's source.</param>
public sealed record RuleResult(string Rule, IReadOnlyList<string> Criteria, int Count, IReadOnlyList<string> Places);
