using System.Net;
using Participatie.Surveys.Analysis;
using Participatie.Surveys.Analysis.OpenAnswers;
using Participatie.Surveys.Analysis.Publishing;
using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Intake;
using Participatie.Surveys.Language;
using Participatie.Surveys.Storage;
using Participatie.Tests.Access;
using Participatie.Tests.Analysis.OpenAnswers;
using Participatie.Web.Access;

namespace Participatie.Tests.Pages;

/// <summary>An analyst reads what people wrote and decides what everybody sees.</summary>
public sealed class OpenAnswersDeskTests(SiteWithoutWorker site) : IClassFixture<SiteWithoutWorker>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Answers_are_released_and_hidden_by_selection_and_each_step_is_in_the_log()
    {
        var version = await PublishAsync("lezen");
        await HandInAsync(version, "Een bankje", "Meer bomen", "<b>Een brug</b>");
        var analyst = await AnalystAsync("lezen");
        await analyst.OpenAsync("/beheer/raadpleging/lezen/antwoorden");
        await analyst.FollowAsync(version.Definition.Find("iets")!.Text.Dutch);
        Assert.Equal(3, analyst.Page.QuerySelectorAll(".written").Length);
        Assert.Empty(analyst.Page.QuerySelectorAll(".written b"));

        await analyst.PressAsync("Maak openbaar");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, analyst.Status);
        Assert.Contains("U koos nog geen antwoord.", analyst.Words, StringComparison.Ordinal);

        await analyst.Tick("Antwoord 1").Tick("Antwoord 3").PressAsync("Maak openbaar");
        Assert.Equal(HttpStatusCode.OK, analyst.Status);
        Assert.Contains("2 antwoorden staan nu op de uitslag.", analyst.Words, StringComparison.Ordinal);
        Assert.Equal(2, (await ReleasedAsync(version)).Count);
        await analyst.Tick("Antwoord 3").PressAsync("Verberg");
        Assert.Contains("1 antwoord is nu verborgen.", analyst.Words, StringComparison.Ordinal);
        Assert.Single(await ReleasedAsync(version));

        // A colleague hid it meanwhile: nothing happens, and it is said.
        await analyst.Tick("Antwoord 3").PressAsync("Verberg");
        Assert.Contains("Met 1 antwoord lukte het niet.", analyst.Words, StringComparison.Ordinal);

        var log = await LogAsync("lezen/iets");
        Assert.Equal(2, log.Count(line => line is { Action: "antwoord openbaar gemaakt", Result: AuditNote.Done }));
        Assert.Equal([AuditNote.Done, AuditNote.Refused], log.Where(line => line.Action == "antwoord verborgen").Select(line => line.Result));
        Assert.Equal(5, log.Count(line => line.Action == "open antwoorden bekeken"));
        Assert.All(log, line => Assert.DoesNotContain("bankje", line.After + line.Before + line.Subject, StringComparison.Ordinal));
        Assert.DoesNotContain("bankje", site.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_looks_like_personal_data_is_marked_and_read_again_before_it_is_shown()
    {
        var version = await PublishAsync("merken");
        await HandInAsync(version, "Bel 06-12345678 of mail jan@example.nl");
        var analyst = await AnalystAsync("merken");
        await analyst.OpenAsync("/beheer/raadpleging/merken/antwoorden/iets");
        Assert.Equal(
            ["06-12345678 (telefoonnummer)", "jan@example.nl (mailadres)"],
            analyst.Page.QuerySelectorAll("mark").Select(Resident.Clean));

        await analyst.Tick("Antwoord 1").PressAsync("Maak openbaar");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, analyst.Status);
        Assert.Contains("In 1 gekozen antwoord staan misschien persoonsgegevens.", analyst.Words, StringComparison.Ordinal);
        Assert.Empty(await ReleasedAsync(version));
        // It is still ticked.
        await analyst.PressAsync("Maak openbaar");
        Assert.Equal(HttpStatusCode.OK, analyst.Status);
        Assert.Single(await ReleasedAsync(version));
    }

    [Fact]
    public async Task The_list_is_searched_filtered_and_paged()
    {
        var version = await PublishAsync("zoeken");
        await HandInAsync(version, [.. Enumerable.Range(0, 30).Select(number => $"Antwoord over bus {number}"), "Bel 0612345678", "Een BANKJE"]);
        var analyst = await AnalystAsync("zoeken");
        await analyst.OpenAsync("/beheer/raadpleging/zoeken/antwoorden/iets");
        var first = TextsOf(analyst);
        await analyst.PressAsync("Volgende antwoorden");
        var second = TextsOf(analyst);
        Assert.Equal((25, 7, 32), (first.Count, second.Count, first.Concat(second).Distinct().Count()));
        Assert.False(analyst.Offers("Volgende antwoorden"));

        await analyst.Type("Zoek op woorden", "bankje").PressAsync("Toon antwoorden");
        Assert.Equal("Een BANKJE", Assert.Single(TextsOf(analyst)));
        Assert.DoesNotContain("bankje", analyst.Address, StringComparison.Ordinal);
        await analyst.Tick("Antwoord 1").PressAsync("Maak openbaar");
        // What was searched for stays.
        Assert.Equal("Een BANKJE", Assert.Single(TextsOf(analyst)));
        await analyst.Type("Zoek op woorden", "").Choose("Alleen wat openbaar is").PressAsync("Toon antwoorden");
        Assert.Equal("Een BANKJE", Assert.Single(TextsOf(analyst)));
        await analyst.Choose("Alleen waarin misschien persoonsgegevens staan").PressAsync("Toon antwoorden");
        Assert.StartsWith("Bel 0612345678", Assert.Single(TextsOf(analyst)), StringComparison.Ordinal);
        await analyst.Choose("Alleen wat niet openbaar is").PressAsync("Toon antwoorden");
        Assert.Equal(25, TextsOf(analyst).Count);
        await analyst.Type("Zoek op woorden", "niemand schreef dit").PressAsync("Toon antwoorden");
        Assert.Contains("Er zijn geen antwoorden om te tonen.", analyst.Words, StringComparison.Ordinal);
        await analyst.Type("Zoek op woorden", new string('x', 10_000)).PressAsync("Toon antwoorden");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, analyst.Status);
        Assert.Contains("Gebruik hooguit 100 tekens om te zoeken.", analyst.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_was_withdrawn_is_gone_from_list_and_result()
    {
        var version = await PublishAsync("intrekken");
        await HandInAsync(version, "Een bankje");
        var analyst = await AnalystAsync("intrekken");
        await analyst.OpenAsync("/beheer/raadpleging/intrekken/antwoorden/iets");
        await analyst.Tick("Antwoord 1").PressAsync("Maak openbaar");
        Assert.Single(await ReleasedAsync(version));
        analyst.Tick("Antwoord 1");
        await site.The<GroupedWriter>().WriteAsync(
            scope => scope.ExecuteAsync(
                "UPDATE responses SET state = @withdrawing WHERE consultation_id = @id",
                ("@withdrawing", (short)ResponseState.Withdrawing),
                ("@id", version.ConsultationId)),
            Stop);
        Assert.Empty(await ReleasedAsync(version));
        await analyst.PressAsync("Maak openbaar");
        Assert.Contains("Met 1 antwoord lukte het niet.", analyst.Words, StringComparison.Ordinal);
        Assert.Empty(TextsOf(analyst));
    }

    /// <summary>From the page that everybody reads, and from whatever keeps pages: it is asked for again and again.</summary>
    [Fact]
    public async Task Whoever_withdraws_what_was_released_finds_it_gone_from_the_result_at_once()
    {
        var version = await PublishAsync("weg", ResultsMoment.WhileOpen);
        await HandInAsync(version, [.. Enumerable.Range(0, 19).Select(number => $"Iets anders {number}")]);
        var resident = site.NewResident();
        await resident.OpenAsync("/raadpleging/weg/vraag/mee");
        await resident.Choose("Ja").PressAsync("Verder");
        await resident.Type(version.Definition.Find("iets")!.Text.Dutch, "Een bankje bij de kerk").PressAsync("Verder");
        var receipt = await resident.SendAsync();
        await CountAsync();
        await site.The<PublishResults>().PublishAsync(version, Stop);

        var analyst = await AnalystAsync("weg");
        await analyst.OpenAsync("/beheer/raadpleging/weg/antwoorden/iets");
        await analyst.Type("Zoek op woorden", "bankje bij").PressAsync("Toon antwoorden");
        await analyst.Tick("Antwoord 1").PressAsync("Maak openbaar");
        var reader = site.NewResident();
        for (var time = 0; time < 3; time++)
        {
            await reader.OpenAsync("/raadpleging/weg/resultaat");
            Assert.Contains("Een bankje bij de kerk", reader.Words, StringComparison.Ordinal);
        }

        var later = site.NewResident();
        await later.OpenAsync("/mijn-antwoord");
        await later.Type("Wat is de code van uw antwoord?", receipt).PressAsync("Bekijk mijn antwoord");
        await later.PressAsync("Haal mijn antwoord weg");
        await later.PressAsync("Ja, haal mijn antwoord weg");
        foreach (var whose in new[] { reader, site.NewResident(), later })
        {
            await whose.OpenAsync("/raadpleging/weg/resultaat");
            Assert.Equal(HttpStatusCode.OK, whose.Status);
            Assert.DoesNotContain("bankje bij de kerk", whose.Words, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Whatever_is_sent_the_page_answers_and_nothing_runs()
    {
        var version = await PublishAsync("kwaad");
        await HandInAsync(version, "\"><script>alert(1)</script>");
        var analyst = await AnalystAsync("kwaad");
        foreach (var evil in new[] { "\"><script>alert(1)</script>", new string('x', 10_000), "\0%_[" })
        {
            await analyst.OpenAsync("/beheer/raadpleging/kwaad/antwoorden/iets");
            await analyst.Type("Zoek op woorden", evil).PressAsync("Toon antwoorden");
            Assert.True(analyst.Status is HttpStatusCode.OK or HttpStatusCode.UnprocessableEntity, $"{analyst.Status}");
            Assert.Empty(analyst.Page.QuerySelectorAll("main script"));
            foreach (var name in new[] { "antwoord", "na", "toon", "gelezen" })
            {
                await analyst.OpenAsync("/beheer/raadpleging/kwaad/antwoorden/iets");
                analyst.Tick("Antwoord 1");
                var field = analyst.Page.CreateElement("input");
                field.SetAttribute("type", "hidden");
                field.SetAttribute("name", name);
                field.SetAttribute("value", evil);
                analyst.Page.QuerySelector("form:has(#antwoord)")!.Prepend(field);
                await analyst.PressAsync("Verberg");
                Assert.Equal(HttpStatusCode.OK, analyst.Status);
                Assert.Empty(analyst.Page.QuerySelectorAll("main script"));
            }
        }
    }

    private static List<string> TextsOf(Resident analyst) =>
        [.. analyst.Page.QuerySelectorAll(".written p[lang], .written p[dir]").Select(Resident.Clean)];

    private async Task<Resident> AnalystAsync(string slug) =>
        (await GivenStaff.ColleagueAsync(site, $"{slug}@voorbeeld.nl", (StaffRole.Analyst, slug))).Browser;

    private Task<PublishedVersion> PublishAsync(string slug, ResultsMoment results = ResultsMoment.AfterClosing) => site.PublishAsync(
        new GivenConsultation().WithSlug(slug).WithYesNo("mee").WithOpen("iets")
            .But(consultation => consultation with { Results = results }).Build());

    private Task<IReadOnlyList<ReleasedText>> ReleasedAsync(PublishedVersion version) =>
        site.The<ReadReleasedAnswers>().ReadAsync(version.ConsultationId, Stop);

    private async Task<List<AuditEntry>> LogAsync(string subject)
    {
        await using var context = site.The<Database>().NewContext();
        return [.. context.AuditLog.Where(line => line.Subject == subject).OrderBy(line => line.Number)];
    }

    private async Task HandInAsync(PublishedVersion version, params string[] texts)
    {
        foreach (var text in texts)
        {
            var (token, draft) = await site.The<Drafts>().StartAsync(
                new Draft
                {
                    Version = version,
                    Answers = Answers.None.With(version.Definition.Questions[0], new Missing(Reason.Skipped))
                        .With(version.Definition.Questions[1], new Written(text, Languages.Dutch)),
                    Organisation = false,
                    Invitation = null,
                    Language = Languages.Dutch,
                    Rotation = 0,
                    Revision = 0,
                },
                Stop);
            Assert.Equal(HandInResult.Received, await site.The<HandInAnswers>().StoreAsync(token, draft, Stop));
        }

        await CountAsync();
    }

    private async Task CountAsync()
    {
        while (await site.The<CountResponses>().CountBatchAsync(Stop) > 0)
        {
            // Until nothing is due.
        }
    }
}
