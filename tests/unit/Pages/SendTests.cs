using System.Net;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Storage;

namespace Participatie.Tests.Pages;

public sealed class SendTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task The_same_form_sent_twice_makes_one_response_and_one_receipt()
    {
        await site.PublishAsync(Short("tweemaal").Build());
        var resident = site.NewResident();
        await resident.ToCheckPageAsync("tweemaal");
        var (address, fields) = resident.Form("Versturen");

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => site.NewResident(resident.Cookies).PostAsync(address, fields)));
        await resident.PostAsync(address, fields);
        var first = resident.Receipt();
        await resident.PostAsync(address, fields);

        Assert.Equal(first, resident.Receipt());
        Assert.Equal(1, await ResponsesAsync("tweemaal"));
    }

    [Fact]
    public async Task The_way_to_the_results_is_there_only_when_there_is_something_to_see()
    {
        await site.PublishAsync(Short("nogniets").But(consultation => consultation with { Results = ResultsMoment.WhileOpen }).Build());
        var resident = site.NewResident();
        await resident.ToCheckPageAsync("nogniets");
        await resident.SendAsync();
        Assert.DoesNotContain(resident.Page.QuerySelectorAll("main a"), link => Resident.Clean(link) == "Naar de uitslag");
        Assert.Contains("De eerste uitslag staat op deze website als er 20 antwoorden zijn.", resident.Words, StringComparison.Ordinal);

        await site.PublishResultsAsync("nogniets", 60, closed: false);
        await resident.OpenAsync(resident.Address);
        await resident.FollowAsync("Naar de uitslag");
        Assert.NotEmpty(resident.Page.QuerySelectorAll("table"));
    }

    [Fact]
    public async Task Where_results_wait_for_the_last_day_that_day_is_said()
    {
        await site.PublishAsync(Short("naderhand").Build());
        var resident = site.NewResident();
        await resident.ToCheckPageAsync("naderhand");
        await resident.SendAsync();

        Assert.DoesNotContain(resident.Page.QuerySelectorAll("main a"), link => Resident.Clean(link) == "Naar de uitslag");
        Assert.Contains("De vragen staan nog open. De uitslag komt na", resident.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sociaal@drenthe.example", "mailto:sociaal@drenthe.example")]
    [InlineData("0592 36 55 55", "tel:0592365555")]
    [InlineData("+31 (592) 36 55 55", "tel:+31592365555")]
    [InlineData("Bel 0592 36 55 55, of mail a@b.example", null)]
    [InlineData("a@b.example?subject=ja", null)]
    public async Task The_contact_in_the_charter_is_a_link_where_it_can_be(string contact, string? link)
    {
        var slug = $"contact-{Math.Abs(StringComparer.Ordinal.GetHashCode(contact))}";
        await site.PublishAsync(
            Short(slug).But(consultation => consultation with { Charter = consultation.Charter with { Contact = contact } }).Build());
        var resident = site.NewResident();
        await resident.OpenAsync($"/raadpleging/{slug}/afspraken");

        var said = resident.Page.QuerySelectorAll("main bdi").Single(found => Resident.Clean(found) == contact);
        Assert.Equal(link, said.ParentElement!.GetAttribute("href"));
    }

    [Fact]
    public async Task Back_to_a_question_after_sending_leads_to_the_receipt()
    {
        await site.PublishAsync(Short("terug").Build());
        var resident = site.NewResident();
        await resident.OpenAsync("/raadpleging/terug/vraag/een");
        var (address, fields) = resident.Choose("Ja").Form("Verder");
        await resident.ToCheckPageAsync("terug");
        var receipt = await resident.SendAsync();

        await resident.PostAsync(address, fields);
        Assert.Equal(receipt, resident.Receipt());
        await resident.OpenAsync(address);
        Assert.Equal(receipt, resident.Receipt());
        Assert.Equal(1, await ResponsesAsync("terug"));
    }

    [Fact]
    public async Task Somebody_else_can_begin_on_the_same_device()
    {
        await site.PublishAsync(Short("gedeeld").Build());
        var resident = site.NewResident();
        await resident.ToCheckPageAsync("gedeeld");
        var first = await resident.SendAsync();
        await resident.OpenAsync("/raadpleging/gedeeld");
        await resident.PressAsync("Begin opnieuw");
        Assert.Empty(resident.Chosen());
        await resident.ToCheckPageAsync("gedeeld");
        Assert.NotEqual(first, await resident.SendAsync());
        Assert.Equal(2, await ResponsesAsync("gedeeld"));
    }

    [Fact]
    public async Task A_consultation_that_closes_still_takes_a_begun_answer_for_an_hour()
    {
        using var own = new Site();
        var last = Amsterdam.DayOf(own.Clock.Now).AddDays(1);
        await own.PublishAsync(Short("dicht").ClosingOn(last).Build());
        var resident = own.NewResident();
        var late = own.NewResident();
        await resident.OpenAsync("/raadpleging/dicht/vraag/een");
        await resident.AnswerAsync();
        await late.OpenAsync("/raadpleging/dicht/vraag/een");
        await late.AnswerAsync();

        own.Clock.Now = Amsterdam.EndOf(last).AddMinutes(59);
        var newcomer = own.NewResident();
        await newcomer.OpenAsync("/raadpleging/dicht/vraag/een");
        Assert.Equal("/raadpleging/dicht", newcomer.Address);
        Assert.Contains("De vragen zijn gesloten sinds", newcomer.Words, StringComparison.Ordinal);
        Assert.NotNull(newcomer.Link("Bekijk de uitslag"));

        await resident.AnswerAsync();
        Assert.Contains("Dan kunt u nog versturen tot 1 uur vannacht.", resident.Words, StringComparison.Ordinal);
        Assert.Matches(@"^\d{4} \d{4} \d{4} \d{4}$", await resident.SendAsync());

        own.Clock.Now = Amsterdam.EndOf(last).AddMinutes(61);
        await late.AnswerAsync();
        AssertTooLate(late);
    }

    [Fact]
    public async Task Who_sends_after_that_hour_reads_that_nothing_was_sent()
    {
        using var own = new Site();
        var last = Amsterdam.DayOf(own.Clock.Now).AddDays(1);
        await own.PublishAsync(Short("telaat").ClosingOn(last).Build());
        var late = own.NewResident();
        await late.ToCheckPageAsync("telaat");
        var never = own.NewResident();
        await never.OpenAsync("/raadpleging/telaat/vraag/een");

        own.Clock.Now = Amsterdam.EndOf(last).AddMinutes(61);
        await late.PressAsync("Versturen");
        AssertTooLate(late);
        await late.FollowAsync("Stop en wis alles");
        await late.PressAsync("Ja, wis alles");
        Assert.Equal("Wij hebben alles op dit apparaat gewist", late.Heading);

        // Somebody who had only opened the first question.
        await never.AnswerAsync();
        AssertTooLate(never);
    }

    [Fact]
    public async Task In_that_hour_nobody_begins_anew_and_loses_what_there_is()
    {
        using var own = new Site();
        var last = Amsterdam.DayOf(own.Clock.Now).AddDays(1);
        await own.PublishAsync(Short("laatste").ClosingOn(last).Build());
        var resident = own.NewResident();
        await resident.OpenAsync("/raadpleging/laatste/vraag/een");
        await resident.AnswerAsync();
        await resident.OpenAsync("/raadpleging/laatste");
        var (address, fields) = resident.Form("Begin opnieuw");

        own.Clock.Now = Amsterdam.EndOf(last).AddMinutes(30);
        await resident.OpenAsync("/raadpleging/laatste");
        Assert.False(resident.Offers("Begin opnieuw"));
        await resident.PostAsync(address, fields);
        await resident.FollowAsync("Ga verder");
        Assert.Equal("/raadpleging/laatste/vraag/twee", resident.Address);
    }

    [Fact]
    public async Task What_is_closed_stays_closed()
    {
        using var own = new Site();
        var last = Amsterdam.DayOf(own.Clock.Now).AddDays(1);
        await own.PublishAsync(Short("gesloten").ClosingOn(last).Build());
        own.Clock.Now = Amsterdam.EndOf(last).AddMinutes(61);
        var problems = await own.Services.PublishAsync(
            Short("gesloten").WithYesNo("drie").ClosingOn(last).Build(), TestContext.Current.CancellationToken);
        Assert.Equal([nameof(LifeRefusal.AlreadyClosed)], problems.Select(problem => problem.Message));
    }

    [Fact]
    public async Task A_begun_draft_keeps_its_version()
    {
        await site.PublishAsync(Short("versie").Build());
        var resident = site.NewResident();
        await resident.OpenAsync("/raadpleging/versie/vraag/een");
        await resident.AnswerAsync();
        await site.PublishAsync(Short("versie").WithYesNo("drie").Build());

        Assert.StartsWith("Vraag 2 van 2", resident.Title, StringComparison.Ordinal);
        await resident.AnswerAsync();
        Assert.EndsWith("/controleren", resident.Address, StringComparison.Ordinal);
        await resident.SendAsync();

        var newcomer = site.NewResident();
        await newcomer.OpenAsync("/raadpleging/versie/vraag/een");
        Assert.StartsWith("Vraag 1 van 3", newcomer.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_thank_you_page_says_what_happens_next_and_is_kept_by_nobody()
    {
        var resident = site.NewResident();
        await resident.ToCheckPageAsync("wonen");
        await resident.SendAsync();
        Assert.Contains("staat de uitslag op deze website", resident.Words, StringComparison.Ordinal);
        Assert.Contains("leest u het besluit op deze website", resident.Words, StringComparison.Ordinal);
    }

    private static void AssertTooLate(Resident resident)
    {
        Assert.Equal("niet-verstuurd", resident.Place);
        Assert.Contains(
            "Uw antwoorden zijn niet verstuurd.", Resident.Clean(resident.Page.GetElementById(resident.Place)!), StringComparison.Ordinal);
        Assert.Contains("De vragen zijn gesloten sinds", resident.Words, StringComparison.Ordinal);
    }

    private static GivenConsultation Short(string slug) => new GivenConsultation().WithSlug(slug).WithYesNo("een").WithYesNo("twee");

    private async Task<long> ResponsesAsync(string slug)
    {
        await using var context = site.The<Database>().NewContext();
        var id = site.The<Catalogue>().Latest(slug)!.ConsultationId;
        return context.Responses.Count(response => response.ConsultationId == id);
    }
}
