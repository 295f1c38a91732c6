using System.Net;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Language;
using Participatie.Surveys.Review.Findings;
using Participatie.Surveys.Review.Members;
using Participatie.Surveys.Review.Rounds;
using Participatie.Surveys.Storage;

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

    /// <summary>Staff, the member and the paper for the meeting see the same; where nothing changed staff are told before they send.</summary>
    [Fact]
    public async Task What_is_called_solved_shows_what_changed_where_somebody_was_stuck()
    {
        var browser = await AskedAsync();
        await browser.OpenAsync(Rounds);
        Assert.Contains("De ronde duurt 10 werkdagen. Dit is nieuw voor de raad:", browser.Words, StringComparison.Ordinal);
        Assert.Contains("een vraag waarin u geld verdeelt", browser.Words, StringComparison.Ordinal);
        await browser.Type(LookLabel, "Alles.").PressAsync("Vraag de ronde");
        var id = (await _site.LifeAsync()).ConsultationId;
        var (token, number) = await WriteAsync(async scope =>
        {
            var (_, link) = await _site.The<InviteMember>().InviteAsync(scope, id, 1, new Invitee("", "", Account: null), "Bas");
            var found = new NewFinding("/vraag/choice", "Te moeilijk.", Severity.MuchEffort, FindingSubject.Questions)
            {
                Language = "nl-simple",
            };
            return (link, await _site.The<ReportFinding>().ByLinkAsync(scope, link, found));
        });
        var place = $"{Rounds}/punt/{number}";
        await browser.OpenAsync(place);
        Assert.Contains("Er is nog geen versie van na dit punt. Het punt gaat over versie 1.", browser.Words, StringComparison.Ordinal);
        await AnswerAsync("9");
        Refused("Versie 9 is er nog niet. De nieuwste is versie 1.");

        await WriteAsync(async scope => await _site.The<SendBack>().SendBackAsync(
            scope, new StepRequest { ConsultationId = id, Who = "Bas", Reason = "Nog niet goed." }));
        await SaveAsync("choices", "Iets heel anders", "Iets heel anders");
        await browser.OpenAsync(place);
        Assert.Contains("Op deze pagina is niets veranderd van versie 1 naar versie 2.", browser.Words, StringComparison.Ordinal);
        await AnswerAsync("2");
        Refused("Op deze pagina is niets veranderd van versie 1 naar versie 2.");
        Assert.Equal("#versie", browser.Page.QuerySelector("[role=alert] a")!.GetAttribute("href"));
        await browser.Tick("Het is toch opgelost. Ik leg het uit in mijn antwoord.").PressAsync("Geef antwoord");
        Assert.Equal((HttpStatusCode.OK, place), (browser.Status, browser.Address));
        // In words that this member does not read.
        await SaveAsync("choice", "Waarmee gaat u?", "choice (makkelijk)");
        await browser.OpenAsync(place);
        await AnswerAsync("3");
        Refused(
            "Het lid las in deze taal: Nederlands, makkelijk lezen. Daarin is op deze pagina niets veranderd van versie 1 naar versie 3.");
        await SaveAsync("choice", "Waarmee gaat u?", "choice (heel makkelijk)");
        await browser.OpenAsync(place);
        await AnswerAsync("4");
        Assert.Equal((HttpStatusCode.OK, place), (browser.Status, browser.Address));
        Assert.Contains("Wat is er anders in versie 4?", browser.Words, StringComparison.Ordinal);
        Assert.Equal("nieuw: Waarmee gaat u?", Resident.Clean(browser.Page.QuerySelector("main ins")!));

        var member = _site.NewResident();
        await member.OpenAsync("/adviesraad/" + token);
        await member.PressAsync("Kom binnen");
        Assert.Contains("De ronde duurt 10 werkdagen. Dit is nieuw voor de raad:", member.Words, StringComparison.Ordinal);
        await member.FollowAsync($"Kijk nog eens naar punt {number}");
        Assert.Contains("De tekst op deze pagina is niet anders.", member.Words, StringComparison.Ordinal);
        Assert.Equal(["Eerst stond er", "Nu staat er"], member.Page.QuerySelectorAll(".difference dt").Select(Resident.Clean));
        Assert.Equal(
            ["choice (makkelijk)", "choice (heel makkelijk)"], member.Page.QuerySelectorAll(".difference dd").Select(Resident.Clean));
        Assert.All(member.Page.QuerySelectorAll(".difference dd"), said => Assert.Equal("nl-simple", said.Children[0].GetAttribute("lang")));
        Assert.Equal(["heel"], member.Page.QuerySelectorAll(".difference strong").Select(Resident.Clean));
        // Of another sentence nothing stands out; what is new and what is gone are told by words.
        await SaveAsync("choice", "Anders", "Iets anders", help: "Kies er een.");
        await browser.OpenAsync(place);
        await AnswerAsync("5");
        await member.OpenAsync(member.Address);
        Assert.Equal(
            ["Eerst stond er", "Nu staat er", "Eerst stond er", "Nu staat er", "Dit staat er nu bij"],
            member.Page.QuerySelectorAll(".difference dt").Select(Resident.Clean));
        Assert.Equal("Kies er een. (makkelijk)", Resident.Clean(member.Page.QuerySelectorAll(".difference dd")[4]));
        Assert.Equal(["heel"], member.Page.QuerySelectorAll(".difference strong").Select(Resident.Clean));
        await browser.OpenAsync("/beheer/vergadering");
        Assert.Contains(
            "Eerst stond er: “choice (makkelijk)” Nu staat er: “Iets anders” Dit staat er nu bij: “Kies er een. (makkelijk)”",
            browser.Words,
            StringComparison.Ordinal);

        Task AnswerAsync(string version) => browser.Choose("Het is opgelost").Type("In welke versie van de vragen?(hoeft niet)", version)
            .Type(AnswerLabel, "Gedaan.").Type(EasyLabel, "Klaar.").PressAsync("Geef antwoord");

        void Refused(string why)
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
            // Not only beside the form, where it stands before anything is sent.
            Assert.Equal(why, Resident.Clean(browser.Page.QuerySelector("[role=alert] a")!));
            Assert.Equal("Gedaan.", browser.Page.QuerySelector("#woorden")!.TextContent.Trim());
        }

        Task SaveAsync(string question, string dutch, string easy, string? help = null)
        {
            var text = new Text(new Dictionary<string, string> { ["nl"] = dutch, ["nl-simple"] = easy, ["en"] = question });
            var document = _site.Document(definition => definition with
            {
                Questions =
                [
                    .. definition.Questions.Select(one => one.Id != question
                        ? one
                        : one with { Text = text, Help = help is null ? null : GivenConsultation.Words(help) }),
                ],
            });
            return WriteAsync(scope => _site.The<WorkingCopies>().SaveAsync(scope, id, null, document, "Bas"));
        }

        Task<T> WriteAsync<T>(Func<WriteScope, ValueTask<T>> work) =>
            _site.The<GroupedWriter>().WriteAsync(work, TestContext.Current.CancellationToken);
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
