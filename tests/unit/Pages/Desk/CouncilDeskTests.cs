using System.Net;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Review.Rounds;

namespace Participatie.Tests.Pages.Desk;

/// <summary>Staff ask the council, write down what it says, and answer.</summary>
public sealed class CouncilDeskTests : IAsyncDisposable
{
    private const string Rounds = GivenDesk.Page + "/adviesraad";

    private readonly Site _site = new();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task A_round_is_asked_for_and_a_call_begins_its_term()
    {
        var browser = await AskedAsync();
        await browser.OpenAsync(Rounds);
        await browser.Type("Aantal werkdagen", "3").Type(LookLabel, "De eerste vraag.").PressAsync("Vraag de ronde");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains("schrijf op wie van de raad dat goed vindt", browser.Words, StringComparison.Ordinal);
        Assert.Contains("De eerste vraag.", browser.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        await browser.Type("Aantal werkdagen", "10").PressAsync("Vraag de ronde");
        Assert.Equal(Rounds + "/1", browser.Address);
        Assert.Contains("De tijd loopt nog niet.", browser.Words, StringComparison.Ordinal);
        Assert.Contains("Met een schermlezer", browser.Words, StringComparison.Ordinal);

        await browser.Type("Wat is er gezegd?", "Cor kan niet.").PressAsync("Bewaar het gesprek");
        Assert.Contains("De raad kan kijken tot en met", browser.Words, StringComparison.Ordinal);
        Assert.False(browser.Offers("Ga verder zonder de raad"));
        // Nothing else gets there either.
        await RefusedAsync(browser, GivenDesk.Page + "/openen");
    }

    [Fact]
    public async Task What_a_member_says_by_telephone_is_answered_joined_and_blocks()
    {
        var browser = await AskedAsync();
        await browser.OpenAsync(Rounds);
        await browser.Type(LookLabel, "De eerste vraag.").PressAsync("Vraag de ronde");
        await browser.FollowAsync("Schrijf een punt op voor een lid");
        await browser.Type(WordsLabel, "Ik hoor <b>niets</b>").PressAsync("Bewaar het punt");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains("Kies hoe erg het is.", browser.Words, StringComparison.Ordinal);
        await browser.Choose("Kan niet verder").PressAsync("Bewaar het punt");
        Assert.StartsWith(Rounds + "/punt/", browser.Address, StringComparison.Ordinal);
        Assert.Equal("Ik hoor <b>niets</b>", browser.Page.QuerySelector("blockquote")!.TextContent);
        Assert.Contains("Opgeschreven door", browser.Words, StringComparison.Ordinal);

        await browser.Choose("Het is opgelost").Type(AnswerLabel, "Gedaan.").Type(EasyLabel, "Klaar.").PressAsync("Geef antwoord");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains("Vul een versie in van na dit punt.", browser.Words, StringComparison.Ordinal);
        await browser.Choose("Wij lossen het niet op").PressAsync("Geef antwoord");
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.Contains("Het lid kijkt nog eens.", browser.Words, StringComparison.Ordinal);
        await browser.Type("Nummer van het andere punt", "77").PressAsync("Voeg samen");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains("Dit nummer is er niet.", browser.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(await _site.AuditAsync(), line => line.After.Contains("niets", StringComparison.Ordinal));
        Assert.Contains(await _site.AuditAsync(), line => line.Action == "punt beantwoord");
    }

    [Fact]
    public async Task A_form_of_before_another_answer_is_told()
    {
        var browser = await AskedAsync();
        await browser.OpenAsync(Rounds);
        await browser.Type(LookLabel, "Alles.").PressAsync("Vraag de ronde");
        await browser.FollowAsync("Schrijf een punt op voor een lid");
        await browser.Type(WordsLabel, "Te klein").Choose("Hinderlijk").PressAsync("Bewaar het punt");
        var (address, fields) = browser.Choose("Wij lossen het niet op").Type(AnswerLabel, "Nee.").Type(EasyLabel, "Nee.").Form("Geef antwoord");
        await browser.PostAsync(address, fields);
        await browser.PostAsync(address, fields);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains("Intussen veranderde er iets.", browser.Words, StringComparison.Ordinal);
        var events = (await _site.The<ReadReviews>().OfAsync((await _site.LifeAsync()).ConsultationId, TestContext.Current.CancellationToken)).Events;
        Assert.Single(events, one => one.Step == ReviewStep.Answered);
    }

    private static string LookLabel => "Waar moet de raad op letten?";

    private static string WordsLabel => "Wat zegt het lid?";

    private static string AnswerLabel => "Uw antwoord aan het lid";

    private static string EasyLabel => "Hetzelfde in makkelijke taal";

    private async Task<Resident> AskedAsync()
    {
        var browser = (await GivenDesk.WithConceptAsync(_site)).Browser;
        await browser.StepAsync("nakijken", "Vraag om beoordeling");
        return browser;
    }

    private async Task RefusedAsync(Resident browser, string address)
    {
        await browser.OpenAsync(address);
        Assert.Equal(HttpStatusCode.Conflict, browser.Status);
        Assert.Equal(LifeState.InReview, (await _site.LifeAsync()).State);
    }
}
