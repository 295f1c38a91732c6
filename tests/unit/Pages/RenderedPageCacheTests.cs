using System.Net;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Participatie.Surveys.Answering;
using Participatie.Surveys.Answering.Checks;
using Participatie.Surveys.Definition;
using Participatie.Web.Frame;
using Participatie.Web.Hosting;
using Participatie.Web.Pages;
using Participatie.Web.Pages.Answering;
using Participatie.Web.QuestionInputs;

namespace Participatie.Tests.Pages;

/// <summary>A question page is rendered once for all who are shown the same. What is one resident's own must not be in it.</summary>
public sealed class RenderedPageCacheTests(Site site) : IClassFixture<Site>
{
    private const string Question = "/raadpleging/themas/vraag/zes-themas";

    [Fact]
    public async Task Two_who_see_the_same_page_have_their_own_token_mark_and_start_of_lists()
    {
        var (one, two) = (site.NewResident(), site.NewResident());
        await one.OpenAsync(Question);
        await two.OpenAsync(Question);
        AssertOwn(one, two, page => page.QuerySelector($"input[name='{AntiforgeryByScheme.FieldName}']")!.GetAttribute("value"));
        // One of sixty starts: twelve who all get the same one are not a coincidence.
        var starts = new HashSet<string?>();
        for (var resident = 0; resident < 12; resident++)
        {
            await one.OpenAsync(Question);
            starts.Add(one.Page.QuerySelector($"input[name='{PostedForm.Rotation}']")!.GetAttribute("value"));
        }

        Assert.NotEqual(1, starts.Count);

        await one.AnswerAsync();
        await two.AnswerAsync();
        await two.OpenAsync(one.Address);
        AssertOwn(one, two, page => page.QuerySelector("[data-bewaar]")!.GetAttribute("data-bewaar"));
        // Both forms are taken.
        await one.AnswerAsync();
        await two.AnswerAsync();
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (one.Status, two.Status));
    }

    [Fact]
    public async Task A_choice_is_shown_to_those_who_made_it_alone()
    {
        await site.PublishAsync(new GivenConsultation().WithSlug("keuze").WithYesNo("een").WithYesNo("twee").Build());
        var (yes, no, neither) = (site.NewResident(), site.NewResident(), site.NewResident());
        foreach (var (resident, choice) in new[] { (yes, "Ja"), (no, "Nee") })
        {
            await resident.OpenAsync("/raadpleging/keuze/vraag/een");
            await resident.Choose(choice).PressAsync("Verder");
            await resident.OpenAsync("/raadpleging/keuze/vraag/een");
        }

        await neither.OpenAsync("/raadpleging/keuze/vraag/een");
        Assert.Equal(["Ja"], yes.Chosen());
        Assert.Equal(["Nee"], no.Chosen());
        Assert.Empty(neither.Chosen());
    }

    [Theory]
    [InlineData("nl-simple", "g0.r0.c0.p0.l0")]
    [InlineData("en", "g0.r0.c0.p0.l0")]
    [InlineData("ar", "g0.r0.c0.p0.l0")]
    [InlineData("nl", "g2.r0.c0.p0.l0")]
    [InlineData("nl", "g0.r1.c0.p0.l0")]
    [InlineData("nl", "g0.r0.c1.p0.l0")]
    [InlineData("nl", "g0.r0.c0.p1.l0")]
    [InlineData("nl", "g0.r0.c0.p0.l1")]
    public async Task Who_reads_in_another_way_gets_another_page(string language, string settings)
    {
        var usual = site.NewResident();
        await usual.OpenAsync(Question);
        var other = site.NewResident();
        other.Cookies.Add(new Uri("http://localhost"), new Cookie("weergave", settings));
        await other.OpenAsync($"{Question}?taal={language}");
        Assert.Equal(language, other.Page.DocumentElement.GetAttribute("lang"));
        Assert.NotEqual(WithoutBlanks(usual), WithoutBlanks(other));

        var again = site.NewResident();
        await again.OpenAsync(Question);
        Assert.Equal(WithoutBlanks(usual), WithoutBlanks(again));
    }

    [Fact]
    public async Task A_shared_computer_gets_a_page_of_its_own()
    {
        var (own, shared) = (site.NewResident(), site.NewResident());
        await own.OpenAsync(Question);
        await own.AnswerAsync();
        await shared.OpenAsync("/raadpleging/themas/gedeeld");
        await shared.PressAsync("Start met de vragen");
        await shared.AnswerAsync();
        Assert.Equal(own.Address, shared.Address);
        Assert.Null(own.Page.QuerySelector("[data-gedeeld]"));
        Assert.NotNull(shared.Page.QuerySelector("[data-gedeeld]"));
    }

    [Fact]
    public async Task The_same_is_rendered_once()
    {
        var version = await site.PublishAsync(new GivenConsultation().WithSlug("eenmaal").WithChoice("vervoer", "fiets", "auto").Build());
        await using var scope = site.Services.CreateAsyncScope();
        var kept = site.The<RenderedPageCache>();

        var first = await ShowAsync(rotation: 3);
        Assert.Same(first, await ShowAsync(rotation: 3));
        // A list that does not rotate is the same wherever it would have started.
        Assert.Same(first, await ShowAsync(rotation: 4));

        ValueTask<PageText> ShowAsync(int rotation)
        {
            var visit = new Visit { Slug = version.Definition.Slug, Version = version, State = OpenState.Open, Drafts = null! };
            var view = QuestionView.Of(visit, new Asked { Question = version.Definition.Questions[0], Rotation = rotation });
            return kept.OfAsync<QuestionPage>(
                new DefaultHttpContext { RequestServices = scope.ServiceProvider },
                view,
                ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(QuestionPage.Model)] = view }));
        }
    }

    [Fact]
    public void Of_answers_only_one_choice_out_of_a_list_is_kept()
    {
        var definition = GivenConsultation.WithEveryKind().Build();
        var visit = new Visit
        {
            Slug = definition.Slug,
            Version = new PublishedVersion(1, 1, definition, DateTimeOffset.UnixEpoch),
            State = OpenState.Open,
            Drafts = null!,
        };
        Answer?[] few = [null, new Chosen("ja"), new Missing(Reason.Skipped)];
        Answer[] own =
        [
            new Written("Mijn eigen woorden", "nl"),
            new Amount(3),
            new ChosenMany(["wonen"]),
            new Ranked(["jeugd"]),
            new Divided([100, 0, 0]),
            new Judged(["agree", null]),
        ];
        Assert.All(few, answer => Assert.NotNull(CacheAs(visit, answer)));
        Assert.All(own, answer => Assert.Null(CacheAs(visit, answer)));
        // Also beside one choice out of a list: what stands there is somebody's own.
        Assert.Null(CacheAs(visit, new Chosen("ja") { Other = new Written("Mijn eigen woorden", "nl") }));
        Assert.Null(CacheAs(visit, null, FilledIn.Nothing));
    }

    private static object? CacheAs(Visit visit, Answer? answer, FilledIn? typed = null) =>
        Assert.IsType<PageResult<QuestionPage>>(QuestionPages.Of(
            visit, new Asked { Question = visit.Definition.Questions[0], Answer = answer, Typed = typed, Rotation = 0 })).CacheAs;

    private static void AssertOwn(Resident one, Resident two, Func<AngleSharp.Dom.IDocument, string?> part)
    {
        Assert.Equal(one.Address, two.Address);
        Assert.False(string.IsNullOrEmpty(part(one.Page)));
        Assert.NotEqual(part(one.Page), part(two.Page));
    }

    private static string WithoutBlanks(Resident resident)
    {
        foreach (var field in resident.Page.QuerySelectorAll("input[type=hidden]"))
        {
            field.Remove();
        }

        return resident.Page.DocumentElement.OuterHtml;
    }
}
