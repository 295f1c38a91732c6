using System.Net;
using Participatie.Surveys.Answering.Codes;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Intake;
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
        Assert.Matches(@"^\d{4} \d{4} \d{4}$", await resident.SendAsync());

        own.Clock.Now = Amsterdam.EndOf(last).AddMinutes(61);
        await late.AnswerAsync();
        Assert.Equal("/raadpleging/dicht", late.Address);
        Assert.Contains("De vragen zijn gesloten sinds", late.Words, StringComparison.Ordinal);
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
        Assert.Contains("De uitslag staat hier uiterlijk op", resident.Words, StringComparison.Ordinal);
        Assert.Contains("leest u hier het besluit", resident.Words, StringComparison.Ordinal);
    }

    private static GivenConsultation Short(string slug) => new GivenConsultation().WithSlug(slug).WithYesNo("een").WithYesNo("twee");

    private async Task<long> ResponsesAsync(string slug)
    {
        await using var context = site.The<Database>().NewContext();
        var id = site.The<Catalogue>().Latest(slug)!.ConsultationId;
        return context.Responses.Count(response => response.ConsultationId == id);
    }
}
