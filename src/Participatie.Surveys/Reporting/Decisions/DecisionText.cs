using Participatie.Surveys.Language;

namespace Participatie.Surveys.Reporting.Decisions;

/// <summary>What staff write about a question, or about all of a consultation: what was heard, and what is done with it.</summary>
public sealed record DecisionText
{
    /// <summary>Of each text, in characters as people count them: a few paragraphs.</summary>
    public const int LongestText = 2000;

    /// <summary>Of who decides.</summary>
    public const int LongestName = 200;

    /// <summary>What we heard, in Dutch.</summary>
    public string Heard { get; init; } = "";

    /// <summary>The same in easy Dutch; empty: the Dutch text is shown.</summary>
    public string HeardEasy { get; init; } = "";

    /// <summary>Null while nobody chose it.</summary>
    public DecisionOutcome? Outcome { get; init; }

    /// <summary>What we do and why, in Dutch.</summary>
    public string Why { get; init; } = "";

    public string WhyEasy { get; init; } = "";

    /// <summary>Who decides, or decided.</summary>
    public string DecidedBy { get; init; } = "";

    /// <summary>By when it is done; null when no day is promised.</summary>
    public DateOnly? By { get; init; }

    public DecisionProgress Progress { get; init; }

    /// <summary>About the progress.</summary>
    public string ProgressReason { get; init; } = "";

    public Text HeardIn => In(Heard, HeardEasy);

    public Text WhyIn => In(Why, WhyEasy);

    private static Text In(string dutch, string easy)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal) { [Languages.Dutch] = dutch };
        if (easy.Length > 0)
            words[Languages.EasyDutch] = easy;
        return new Text(words);
    }
}
