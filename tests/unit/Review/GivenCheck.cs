using Participatie.Surveys.Definition;
using Participatie.Surveys.Review.Checks;
using Participatie.Tests.Definition.Life;

namespace Participatie.Tests.Review;

/// <summary>A check that found something.</summary>
internal static class GivenCheck
{
    public static readonly DateTimeOffset At = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

    public static Consultation Definition() => GivenLife.Questions().WithOpen("later").ShownWhen("eerst", "ja").Build();

    public static CheckReport Of(Consultation definition) => new()
    {
        Format = CheckReport.Kind,
        Slug = definition.Slug,
        Version = VersionHash.Of(definition),
        At = At,
        Engine = "axe-core 4.14.0",
        Browser = "Chromium 142",
        Pages =
        [
            Page("/", "nl", found: [Contrast(1)]),
            Page("/", "en", found: [Contrast(3)]),
            Page("/vraag/eerst", "nl"),
            Page(
                "/vraag/eerst",
                "nl",
                PageState.Refused,
                [new RuleResult("nieuwe-regel", [], 1, ["<script>alert(1)</script>"])],
                [new RuleResult("hidden-content", [], 1, [])]),
        ],
    };

    private static RuleResult Contrast(int count) => new("color-contrast", ["1.4.3"], count, ["<p>grijs</p>"]);

    private static CheckedPage Page(
        string page, string language, PageState state = PageState.Shown, RuleResult[]? found = null, RuleResult[]? unsure = null) => new()
        {
            Page = page,
            Language = language,
            State = state,
            Width = 320,
            Found = found ?? [],
            Unsure = unsure ?? [],
        };
}
