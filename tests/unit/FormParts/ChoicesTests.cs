using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Language;
using Participatie.Web.FormParts;
using Participatie.Web.Frame;
using static Participatie.Tests.FormParts.Rendered;

namespace Participatie.Tests.FormParts;

public sealed class ChoicesTests
{
    private static readonly Problem[] Refused = [new("gevoel", "Kies een antwoord.")];
    private static readonly IReadOnlyList<Choice> Faces = new FeelingQuestion { Id = "gevoel", Text = Dutch("Hoe gaat het?") }.Choices;
    private static readonly Choice[] WaysOut = [new("dontknow", InterfaceWords.Everywhere("answer.dontknow"))];

    [Fact]
    public Task Radios_are_tied_to_legend_help_and_error() => AreTiedAsync(several: false);

    [Fact]
    public Task Check_boxes_are_tied_to_legend_help_and_error() => AreTiedAsync(several: true);

    [Fact]
    public async Task Each_choice_has_a_label_and_an_id_of_its_own()
    {
        var page = await ListAsync();
        var inputs = page.QuerySelectorAll<IHtmlInputElement>("input");
        Assert.Equal(Faces.Count + 1, inputs.Select(input => input.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(
            ["Heel blij", "Blij", "Gewoon", "Niet blij", "Helemaal niet blij", "Weet ik niet"],
            inputs.Select(input => page.QuerySelector($"label[for='{input.Id}']")?.TextContent.Trim()));
    }

    [Fact]
    public async Task The_faces_differ_in_shape_and_are_not_read_aloud()
    {
        var page = await ListAsync();
        Assert.Equal(
            5,
            page.QuerySelectorAll("svg[aria-hidden=true] path").Select(path => path.GetAttribute("d")).Distinct(StringComparer.Ordinal)
                .Count());
    }

    [Fact]
    public async Task The_way_out_stands_apart() =>
        Assert.Equal("Weet ik niet", (await ListAsync()).QuerySelector("p.or + .choice")?.TextContent.Trim());

    [Fact]
    public async Task Only_the_chosen_one_is_chosen() =>
        Assert.Equal(
            ["blij"],
            (await ListAsync()).QuerySelectorAll<IHtmlInputElement>("input").Where(input => input.IsChecked).Select(input => input.Value));

    [Fact]
    public async Task The_summary_takes_focus_and_leads_to_the_first_choice()
    {
        var summary = await AsHtmlAsync<ErrorSummary>("nl", ("Problems", Refused));
        var link = summary.QuerySelector("[autofocus][tabindex='-1'] a")!;
        Assert.Equal("Kies een antwoord.", link.TextContent);
        Assert.Equal("heel-blij", (await ListAsync()).QuerySelector<IHtmlInputElement>(link.GetAttribute("href")!)?.Value);
    }

    private static Task<IHtmlDocument> ListAsync(params (string, object?)[] more) => AsHtmlAsync<ChoiceList>(
        "nl",
        [
            ("IsChosen", (Func<string, bool>)(id => id == "blij")),
            ("Name", "gevoel"),
            ("Prompt", Asking("Hoe gaat het?", "Kies een gezicht.")),
            ("Choices", Faces),
            ("WaysOut", WaysOut),
            .. more,
        ]);

    private static async Task AreTiedAsync(bool several)
    {
        var page = await ListAsync(("Several", several), ("Problems", Refused));
        Assert.All(page.QuerySelectorAll<IHtmlInputElement>("input"), input => Assert.Equal(several ? "checkbox" : "radio", input.Type));
        var group = page.QuerySelector("fieldset")!;
        Assert.Equal("Hoe gaat het?", group.QuerySelector("legend > h1")?.TextContent);
        Assert.Equal("Kies een gezicht. Fout: Kies een antwoord.", page.Description(group));
    }

    private static Text Dutch(string words) => new(new Dictionary<string, string>(StringComparer.Ordinal) { ["nl"] = words });
}
