using System.Security.Cryptography;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Language;
using Participatie.Surveys.Review.Studies;

namespace Participatie.Web.Pages.Review.Desk;

/// <summary>
/// A sample as WCAG-EM asks (steps 3a to 3c): one page of each kind that the site has, whole ways from begin to end, and beside them a tenth
/// part that is drawn from all others.
/// </summary>
internal sealed class SuggestSample(Catalogue catalogue, TimeProvider clock)
{
    private const int ChosenForEachDrawn = 10;

    private static readonly InterfaceWords Words = InterfaceWords.For(Languages.Dutch, Audience.Staff);

    /// <param name="study">What it has already is not suggested again.</param>
    /// <param name="site">Without a slash at the end.</param>
    public IReadOnlyList<SamplePage> For(Study study, string site)
    {
        var open = catalogue.All
            .Where(version => !catalogue.LifeOf(version).IsTrial && catalogue.StateOf(version, clock.GetUtcNow()) == OpenState.Open)
            .ToList();
        var known = study.Sample.Select(page => page.Place).ToHashSet(StringComparer.Ordinal);
        var chosen = Everywhere().Concat(OfWay(open)).Select(page => page with { Place = PlaceOf(page) })
            .Where(page => known.Add(page.Place)).ToList();
        var others = Questions(open).Select(page => page with { Place = PlaceOf(page), IsRandom = true })
            .Where(page => known.Add(page.Place)).ToArray();
        RandomNumberGenerator.Shuffle<SamplePage>(others);
        var drawn = Math.Max(1, (study.Sample.Count(page => !page.IsRandom) + chosen.Count) / ChosenForEachDrawn)
            - study.Sample.Count(page => page.IsRandom);
        return [.. chosen.Concat(others.Take(Math.Max(0, drawn))).Take(Math.Max(0, Study.MostPages - study.Sample.Count))];

        string PlaceOf(SamplePage page) => page.Place.StartsWith('/') ? site + page.Place : page.Place;
    }

    private static IEnumerable<SamplePage> Everywhere()
    {
        foreach (var (key, address) in new[]
        {
            ("home", Addresses.Home), ("themes", Addresses.Themes), ("help", Addresses.Help), ("settings", Addresses.Settings),
            ("accessibility", Addresses.Accessibility), ("privacy", Addresses.Privacy), ("report", Addresses.Report),
            ("resume", Addresses.Resume), ("receipt", Addresses.MyAnswer), ("promises", Addresses.Promises),
        })
            yield return Page(Words[$"staff.sample.{key}"], address);
        foreach (var (key, address) in new[]
        {
            ("signin", Addresses.SignIn), ("desk", Addresses.Desk), ("accounts", Addresses.Accounts), ("log", Addresses.AuditLog),
        })
            yield return Page(Words[$"staff.sample.{key}"], address, SampleKind.Staff);
    }

    /// <summary>A whole way through the consultation with most kinds of questions, then the kinds that it lacks.</summary>
    private static IEnumerable<SamplePage> OfWay(IReadOnlyList<PublishedVersion> open)
    {
        if (open.MaxBy(version => version.Definition.Numbered.Select(KindOf).Distinct().Count()) is not { } fullest)
            yield break;
        var slug = fullest.Definition.Slug;
        yield return Page(Words["staff.sample.start"], Addresses.Consultation(slug));
        foreach (var page in Questions([fullest, .. open]).DistinctBy(page => page.Kind).Select(page => page.Page))
            yield return page;
        yield return Page(Words["staff.sample.error"], Words["staff.sample.error.place"]);
        yield return Page(Words["staff.sample.check"], Addresses.Check(slug));
        yield return Page(Words["staff.sample.thanks"], Words["staff.sample.thanks.place"]);
        yield return Page(Words["staff.sample.results"], Addresses.Results(slug));
        yield return Page(Words["staff.sample.data"], Addresses.OpenData(slug));
        yield return Page(Words["staff.sample.paper"], Addresses.Paper(slug), SampleKind.Document);
        yield return Page(Words["staff.sample.docx"], Words["staff.sample.docx.place"], SampleKind.Document);
        yield return Page(Words["staff.sample.xlsx"], Words["staff.sample.xlsx.place"], SampleKind.Document);
        yield return Page(Words["staff.sample.files"], Addresses.Files(slug), SampleKind.Staff);
        yield return Page(Words["staff.sample.consultation"], Addresses.DeskConsultation(slug), SampleKind.Staff);
        yield return Page(Words["staff.sample.workingcopy"], Addresses.WorkingCopy(slug), SampleKind.Staff);

        static IEnumerable<(Type Kind, SamplePage Page)> Questions(IEnumerable<PublishedVersion> versions) =>
            from version in versions
            from question in version.Definition.Numbered
            select (KindOf(question), PageOf(version, question));
    }

    private static IEnumerable<SamplePage> Questions(IEnumerable<PublishedVersion> versions) =>
        from version in versions
        from question in version.Definition.Numbered
        select PageOf(version, question);

    private static Type KindOf(Surveys.Definition.Questions.Question question) => question.GetType();

    private static SamplePage PageOf(PublishedVersion version, Surveys.Definition.Questions.Question question) =>
        Page($"{version.Definition.Title.Dutch}: {question.Text.Dutch}", Addresses.Question(version.Definition.Slug, question.Id));

    private static SamplePage Page(string title, string place, SampleKind kind = SampleKind.Public) => new(0, title, place, kind, false);
}
