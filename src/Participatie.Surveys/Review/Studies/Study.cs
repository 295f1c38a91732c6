using Participatie.Surveys.Review.Criteria;

namespace Participatie.Surveys.Review.Studies;

/// <summary>The names are stored.</summary>
public enum StudyKind
{
    /// <summary>Everything was looked at.</summary>
    Full,

    /// <summary>What failed in a study before it was looked at again.</summary>
    Retest,
}

/// <summary>
/// A study of the accessibility by the method of W3C (WCAG-EM 1.0), made by people: what was looked at, how, and what they decided. One
/// document; a changed one is a new revision.
/// </summary>
public sealed record Study
{
    /// <summary>Of a line, in characters.</summary>
    public const int LongestLine = 300;

    /// <summary>Of each longer text.</summary>
    public const int LongestText = 5000;

    /// <summary>Pages in a sample.</summary>
    public const int MostPages = 100;

    public string Title { get; init; } = "";

    /// <summary>Who asked for it.</summary>
    public string Client { get; init; } = "";

    /// <summary>Who did it.</summary>
    public string Researcher { get; init; } = "";

    /// <summary>When it was finished.</summary>
    public DateOnly? On { get; init; }

    public StudyKind Kind { get; init; }

    /// <summary>What it was held against.</summary>
    public string Norm { get; init; } = "";

    public string Method { get; init; } = "";

    /// <summary>Of the report.</summary>
    public string Version { get; init; } = "";

    /// <summary>The name of what was studied.</summary>
    public string Site { get; init; } = "";

    /// <summary>What belongs to it and what does not.</summary>
    public string Scope { get; init; } = "";

    /// <summary>It is about the whole site, pages behind the sign-in and documents included: only then can it give status A or B.</summary>
    public bool IsOfWholeSite { get; init; }

    /// <summary>With which browsers and tools, and their versions.</summary>
    public string Browsers { get; init; } = "";

    /// <summary>With which browsers and assistive technologies the site has to work.</summary>
    public string Baseline { get; init; } = "";

    /// <summary>What was asked beyond WCAG.</summary>
    public string Requirements { get; init; } = "";

    /// <summary>Techniques that the site relies on, one a line.</summary>
    public string Technologies { get; init; } = "";

    /// <summary>What people come to do.</summary>
    public string Functionality { get; init; } = "";

    /// <summary>Which kinds of pages there are.</summary>
    public string PageTypes { get; init; } = "";

    public string Summary { get; init; } = "";

    public IReadOnlyList<SamplePage> Sample { get; init; } = [];

    public IReadOnlyList<Judgement> Judgements { get; init; } = [];

    /// <summary>
    /// Criteria that the file had verdicts on which was taken over, and that nobody here asks, such as those of level AAA. As the file names
    /// them.
    /// </summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    public static Study Read(string document) => StudyJson.Read(document);

    /// <returns>Null when nobody decided it.</returns>
    public Judgement? Of(string criterion, int? page) =>
        Judgements.FirstOrDefault(one => one.Criterion == criterion && one.Page == page);

    /// <summary>
    /// What holds for all that was studied. What fails on one page fails; that it holds on every page that was looked at says nothing of
    /// the others until a person decides so.
    /// </summary>
    public Verdict VerdictOf(string criterion) => Of(criterion, page: null) is { Verdict: not Verdict.NotTested } whole ? whole.Verdict
        : Judgements.Any(one => one.Criterion == criterion && one.Verdict == Verdict.Failed) ? Verdict.Failed
        : Verdict.NotTested;

    /// <summary>How many of the law's criteria it meets: what does not apply is met.</summary>
    public int Score => SuccessCriteria.OfLaw.Count(one => VerdictOf(one.Id) is Verdict.Passed or Verdict.NotApplicable);

    /// <summary>How many of the law's criteria nobody decided yet.</summary>
    public int Undecided => SuccessCriteria.OfLaw.Count(one => VerdictOf(one.Id) is Verdict.NotTested or Verdict.CannotTell);

    /// <summary>Whether it says something of every criterion of the law on the whole site, with a sample that WCAG-EM allows.</summary>
    public bool IsComplete => IsOfWholeSite
        && Undecided == 0
        && Sample.Any(page => page.IsRandom)
        && Enum.GetValues<SampleKind>().All(kind => Sample.Any(page => page.Kind == kind));

    public Study With(Judgement judgement) => this with
    {
        Judgements =
        [
            .. Judgements.Where(one => one.Criterion != judgement.Criterion || one.Page != judgement.Page), judgement,
        ],
    };

    /// <summary>Without a page, and without what was decided about it.</summary>
    public Study Without(int page) => this with
    {
        Sample = [.. Sample.Where(one => one.Number != page)],
        Judgements = [.. Judgements.Where(one => one.Page != page)],
    };

    /// <param name="title">Of the new page.</param>
    /// <param name="place">Of the new page.</param>
    /// <param name="kind">Of the new page.</param>
    /// <param name="isRandom">Of the new page.</param>
    public Study WithPage(string title, string place, SampleKind kind, bool isRandom) => this with
    {
        Sample = [.. Sample, new SamplePage(NextPage, title, place, kind, isRandom)],
    };

    public string Write() => StudyJson.Write(this);

    // What was decided about a page that is gone went with it, so its number may come back only while nothing later was added.
    private int NextPage => Sample.Select(page => page.Number).Concat(Judgements.Select(one => one.Page ?? 0)).DefaultIfEmpty(0).Max() + 1;
}
