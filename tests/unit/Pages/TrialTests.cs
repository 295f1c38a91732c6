using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Analysis;
using Participatie.Surveys.Analysis.Publishing;
using Participatie.Surveys.Answering;
using Participatie.Surveys.Answering.MadeUp;
using Participatie.Surveys.Codes;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Intake;
using Participatie.Surveys.Intake.Trials;
using Participatie.Surveys.Reporting.Export;
using Participatie.Surveys.Reporting.Export.Formats;
using Participatie.Surveys.Storage;
using Participatie.Tests.Access;
using Participatie.Web.Access;
using Participatie.Web.Hosting;

namespace Participatie.Tests.Pages;

/// <summary>A trial has something to look at, never mixes with a real consultation, and goes whole.</summary>
public sealed class TrialTests(SiteWithoutWorker site) : IClassFixture<SiteWithoutWorker>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_administrator_makes_one_looks_at_it_and_removes_it()
    {
        var staff = await GivenStaff.AdministratorAsync(site, "proef@voorbeeld.nl");
        var desk = staff.Browser;
        await desk.OpenAsync("/beheer/proef");
        await desk.Type("Hoeveel verzonnen reacties wilt u?", "60").PressAsync("Proef maken");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, desk.Status);
        await desk.Choose(site.The<Catalogue>().Latest("meepraten")!.Definition.Title.Dutch).PressAsync("Proef maken");
        Assert.Equal("/beheer/proef", desk.Address);
        Assert.Contains("60 reacties", desk.Words, StringComparison.Ordinal);

        var trial = site.The<Catalogue>().Latest("proef-meepraten")!;
        await CountAsync(trial);
        var visitor = site.NewResident();
        foreach (var page in new[] { "", "/vraag/eerder", "/papier", "/resultaat", "/gegevens", "/afspraken" })
        {
            await visitor.OpenAsync("/raadpleging/proef-meepraten" + page);
            Assert.Equal(HttpStatusCode.OK, visitor.Status);
            Assert.StartsWith(
                "Dit is een proef. De antwoorden zijn verzonnen.",
                Resident.Clean(visitor.Page.QuerySelector("aside.notice")!),
                StringComparison.Ordinal);
            Assert.Contains("Proef: ", visitor.Title, StringComparison.Ordinal);
            Assert.Contains("Proef: ", visitor.Words, StringComparison.Ordinal);
            Assert.Equal("noindex", visitor.Headers.GetValues("X-Robots-Tag").Single());
        }

        await visitor.OpenAsync("/");
        Assert.DoesNotContain("Proef: ", visitor.Page.Body!.TextContent, StringComparison.Ordinal);
        await visitor.OpenAsync("/hulp");
        Assert.DoesNotContain("Proef: ", visitor.Page.Body!.TextContent, StringComparison.Ordinal);
        await visitor.OpenAsync("/raadpleging/meepraten");
        Assert.Null(visitor.Page.QuerySelector("aside.notice"));

        // Who takes part gets a receipt that says so too.
        var resident = site.NewResident();
        await resident.ToCheckPageAsync("proef-meepraten");
        var receipt = await resident.SendAsync();
        await resident.OpenAsync("/mijn-antwoord");
        await resident.Type("Wat is de code van uw antwoord?", receipt).PressAsync("Bekijk mijn antwoord");
        Assert.NotNull(resident.Page.QuerySelector("aside.notice"));

        await desk.FollowAsync("Weghalen: proef-meepraten");
        await desk.PressAsync("Proef weghalen");
        Assert.Equal("/beheer/proef", desk.Address);
        Assert.Null(site.The<Catalogue>().Latest("proef-meepraten"));
        await visitor.OpenAsync("/raadpleging/proef-meepraten");
        Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
        await using var db = site.The<Database>().NewContext();
        Assert.False(await db.Responses.AnyAsync(response => response.ConsultationId == trial.ConsultationId, Stop));
        Assert.Equal(
            ["proef gemaakt", "proef weggehaald"],
            await db.AuditLog.Where(line => line.Subject == "proef-meepraten").OrderBy(line => line.Number).Select(line => line.Action)
                .ToListAsync(Stop));
    }

    [Fact]
    public async Task A_real_consultation_is_neither_filled_nor_removed()
    {
        var real = site.The<Catalogue>().Latest("themas")!;
        await Assert.ThrowsAsync<InvalidOperationException>(() => site.The<FillTrial>().FillAsync(real, 1, 1, Stop));
        Assert.False(await site.The<Trials>().RemoveAsync("themas", "Anna", "", Stop));
        await site.The<GroupedWriter>().WriteAsync(scope => DeleteTrials.RunAsync(scope, real.ConsultationId), Stop);
        await site.The<Catalogue>().RefreshAsync(Stop);
        Assert.NotNull(site.The<Catalogue>().Latest("themas"));
        Assert.True(real.ConsultationId < ConsultationEntry.FirstTrial);
    }

    [Theory]
    [InlineData("themas")]
    [InlineData("wonen")]
    public async Task It_is_counted_like_any_other_and_no_other_counts_change(string sample)
    {
        var real = site.The<Catalogue>().Latest(sample)!;
        var before = await ResponsesOfAsync(real.ConsultationId);
        var slug = await MakeAsync(sample, 150);
        var trial = site.The<Catalogue>().Latest(slug)!;
        await CountAsync(trial);
        var report = await site.The<Recount>().RunAsync(trial.ConsultationId, Stop);
        Assert.Equal((150L, 0), (report.Responses, report.Differences.Count));
        Assert.Equal(before, await ResponsesOfAsync(real.ConsultationId));

        await using var db = site.The<Database>().NewContext();
        var made = await db.Responses.AsNoTracking().Where(response => response.ConsultationId == trial.ConsultationId).ToListAsync(Stop);
        Assert.Contains(made, response => response.Helped != Helped.Unsaid);
        Assert.Contains(made, response => response.Language != "nl");
        if (sample == "wonen")
            Assert.Contains(made, response => response.Channel == ResponseChannel.Letter);

        // In the language of the page, which is not everywhere Dutch.
        var visitor = site.NewResident();
        await visitor.OpenAsync($"/raadpleging/{slug}?taal=en");
        Assert.StartsWith(
            visitor.Page.DocumentElement.GetAttribute("lang") == "en" ? "This is a trial." : "Dit is een proef.",
            Resident.Clean(visitor.Page.QuerySelector("aside.notice")!),
            StringComparison.Ordinal);
        Assert.Equal(sample == "themas", visitor.Page.DocumentElement.GetAttribute("lang") == "en");
        Assert.True(await site.The<Trials>().RemoveAsync(slug, "Anna", "", Stop));
    }

    [Fact]
    public async Task The_files_that_are_taken_out_say_what_they_are()
    {
        var slug = await MakeAsync("themas", 30);
        try
        {
            var source = await site.The<PrepareExport>().PrepareAsync(
                new ExportRequest { Slug = slug, Format = ExportFormats.All[0], Purpose = "proef", Who = "Anna" },
                static (_, _) => ValueTask.CompletedTask,
                Stop);
            Assert.StartsWith("Proef: ", source!.Codebook.Title, StringComparison.Ordinal);
            Assert.StartsWith("proef-", source.Request.FileName(new DateOnly(2027, 1, 1)), StringComparison.Ordinal);
        }
        finally
        {
            await site.The<Trials>().RemoveAsync(slug, "Anna", "", Stop);
        }
    }

    [Fact]
    public async Task Two_of_one_sample_have_names_of_their_own_and_go_one_by_one()
    {
        var (one, two) = (await MakeAsync("wonen", 1), await MakeAsync("wonen", 1));
        Assert.Equal(("proef-wonen", "proef-wonen-2"), (one, two));
        Assert.StartsWith("Proef: ", site.The<Catalogue>().Latest(one)!.Definition.Title.Dutch, StringComparison.Ordinal);
        Assert.StartsWith("Proef 2: ", site.The<Catalogue>().Latest(two)!.Definition.Title.Dutch, StringComparison.Ordinal);
        Assert.True(await site.The<Trials>().RemoveAsync(one, "Anna", "", Stop));
        Assert.False(await site.The<Trials>().RemoveAsync(one, "Anna", "", Stop));
        Assert.NotNull(site.The<Catalogue>().Latest(two));
        Assert.True(await site.The<Trials>().RemoveAsync(two, "Anna", "", Stop));
    }

    [Fact]
    public async Task What_another_instance_took_in_for_a_trial_that_was_gone_is_swept()
    {
        var slug = await MakeAsync("wonen", 1);
        var version = site.The<Catalogue>().Latest(slug)!;
        await site.The<Trials>().RemoveAsync(slug, "Anna", "", Stop);
        var person = new MadeUpPerson("nl", 7);
        await site.The<Drafts>().StartAsync(
            new Draft
            {
                Version = version,
                Answers = AnswerAsPerson.Of(version.Definition, person),
                Organisation = false,
                Invitation = null,
                Language = "nl",
                Rotation = 0,
                Revision = 0,
            },
            Stop);
        await site.The<RemoveTrial>().SweepAsync(Stop);
        await using var db = site.The<Database>().NewContext();
        Assert.False(await db.Drafts.AnyAsync(draft => draft.ConsultationId == version.ConsultationId, Stop));
    }

    [Fact]
    public void The_same_number_gives_the_same_answers_and_another_gives_others()
    {
        var definition = GivenConsultation.WithEveryKind().WithMarkedChoices().Build();
        var written = Enumerable.Range(0, 400).Select(seed =>
        {
            var answers = AnswerAsPerson.Of(definition, new MadeUpPerson("nl", seed));
            Assert.True(Journey.Of(definition, answers).IsComplete);
            var draft = AnswersDocument.WriteDraft(definition, answers);
            // What a resident could not have answered is not read back.
            var read = AnswersDocument.Read(definition, draft);
            Assert.All(definition.Questions, question => Assert.Equal(answers.To(question), read.To(question)));
            Assert.Equal(draft, AnswersDocument.WriteDraft(definition, AnswerAsPerson.Of(definition, new MadeUpPerson("nl", seed))));
            return Encoding.UTF8.GetString(draft);
        }).ToHashSet(StringComparer.Ordinal);
        Assert.True(written.Count > 395);
    }

    private async Task<string> MakeAsync(string sample, int responses)
    {
        var definition = SampleFiles.Read().Single(one => one.Slug == sample);
        return await site.The<Trials>().MakeAsync(definition, responses, seed: 1, "Anna", "", Stop);
    }

    private async Task CountAsync(PublishedVersion trial)
    {
        while (await site.The<CountResponses>().CountBatchAsync(Stop) > 0)
        {
        }

        await site.The<PublishResults>().PublishAsync(trial, Stop);
    }

    private async Task<int> ResponsesOfAsync(int consultation)
    {
        await using var db = site.The<Database>().NewContext();
        return await db.Responses.CountAsync(response => response.ConsultationId == consultation, Stop);
    }
}
