using Microsoft.Extensions.DependencyInjection;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Review.Findings;
using Participatie.Surveys.Review.Rounds;
using Participatie.Surveys.Storage;
using Participatie.Tests.Definition.Life;
using Participatie.Tests.Storage;

namespace Participatie.Tests.Review;

/// <summary>No verb opens what nobody signed off, and of two instances at one moment none does.</summary>
public sealed class OpeningTests(PostgresCluster cluster)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Every step that can be taken, from each state before it opened: by itself, planned, and on the planned day.</summary>
    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task No_verb_opens_what_nobody_signed_off(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var life = await GivenLife.BegunAsync(storage);
        var document = GivenLife.Document(GivenLife.Questions());
        (string Name, Func<Task> Try)[] ways =
        [
            ("open", () => life.OpenAsync()),
            ("plan", () => life.PlanAsync(GivenLife.Today.AddDays(1))),
            ("approve", () => life.TakeAsync<ApproveConsultation>((verb, scope) => verb.ApproveAsync(scope, life.Request()))),
            ("correct", () => life.CorrectAsync()),
            ("extend", () => life.ExtendAsync(GivenLife.LastDay.AddDays(1))),
            ("close", () => life.CloseAsync("Klaar.")),
            ("report", () => life.TakeAsync<ReportResults>((verb, scope) => verb.ReportAsync(scope, life.Request()))),
            ("archive", () => life.TakeAsync<ArchiveConsultation>((verb, scope) => verb.ArchiveAsync(scope, life.Request()))),
            ("restore", () => life.TakeAsync<RestoreConsultation>((verb, scope) => verb.RestoreAsync(scope, life.Request()))),
            ("on its day", () => life.ActAsync()),
            ("import", () => life.TakeAsync<ImportDocument>(async (verb, scope) => await verb.ImportAsync(scope, document, "Bas"))),
            ("as a sample", () => life.TakeAsync<BeginOpened>(async (verb, scope) => await verb.BeginAsync(scope, document, "voorbeeld"))),
        ];
        await TryAsync("concept");
        await life.AskAsync();
        await TryAsync("asked for review");
        var review = new GivenReview(storage, life);
        // A file was taken in meanwhile.
        await review.AskRoundAsync((await storage.The<WorkingCopies>().NewestAsync(life.Id, Stop))!.Revision);
        var guest = await review.InviteAsync();
        await review.ReportAsync(guest, Severity.Annoying);
        await TryAsync("with the council");
        await Assert.ThrowsAsync<ReviewException>(() => review.ApproveAsync(guest));
        await TryAsync("after a guest said that it is good");

        // As if it was planned and what made that possible was gone since.
        var council = await review.InviteAsync(account: "7");
        await review.ApproveAsync(council);
        await life.PlanAsync(GivenLife.Today.AddDays(1));
        await review.ReportAsync(council);
        storage.Clock.Now += TimeSpan.FromDays(1);
        await TryAsync("planned, while somebody cannot go on");

        async Task TryAsync(string state)
        {
            foreach (var (name, way) in ways)
            {
                try
                {
                    await way();
                }
                catch (LifeException)
                {
                    // What else could it say.
                }

                await storage.The<Catalogue>().RefreshAsync(Stop);
                Assert.False(life.Now.HasOpened, $"{state}: {name} opened it");
                Assert.Null(storage.The<Catalogue>().Latest("proef"));
            }
        }
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task Of_two_instances_at_one_moment_the_finding_that_came_first_holds_the_other_up(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var review = await GivenReview.AskedAsync(storage);
        var council = await review.InviteAsync(account: "7");
        await review.ApproveAsync(council);
        await using var other = storage.SecondInstance();
        var reported = new TaskCompletionSource();
        var goOn = new TaskCompletionSource();
        var report = storage.The<GroupedWriter>().WriteAsync(
            async scope =>
            {
                await storage.The<ReportFinding>().ByLinkAsync(
                    scope, council, new NewFinding("", "Ik kom niet verder.", Severity.CannotGoOn, FindingSubject.Questions));
                reported.TrySetResult();
                await goOn.Task;
                return 0;
            },
            Stop);
        await reported.Task;
        var open = other.GetRequiredService<GroupedWriter>().WriteAsync(
            scope => other.GetRequiredService<OpenConsultation>().OpenAsync(scope, review.Life.Request()), Stop);
        goOn.SetResult();
        await report;
        Assert.Equal(LifeRefusal.SomebodyCannotGoOn, (await Assert.ThrowsAsync<LifeException>(() => open)).Refusal);
        await storage.The<Catalogue>().RefreshAsync(Stop);
        Assert.False(review.Life.Now.HasOpened);
    }

    /// <summary>Whichever of the two is first: what opens is what was signed off.</summary>
    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task Of_two_instances_at_one_moment_none_opens_what_the_other_just_took_back(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var review = await GivenReview.AskedAsync(storage);
        await review.ApproveAsync(await review.InviteAsync(account: "7"));
        await using var other = storage.SecondInstance();
        var open = other.GetRequiredService<GroupedWriter>().WriteAsync(
            scope => other.GetRequiredService<OpenConsultation>().OpenAsync(scope, review.Life.Request()), Stop);
        var takeBack = storage.The<GroupedWriter>().WriteAsync(
            async scope =>
            {
                await storage.The<SendBack>().SendBackAsync(scope, review.Life.Request("Nog niet."));
                return await storage.The<WorkingCopies>().SaveAsync(
                    scope, review.Life.Id, null, GivenLife.Document(GivenLife.Questions().WithYesNo("tweede")), "Bas");
            },
            Stop);
        var refused = new List<Exception>();
        foreach (var step in new Task[] { open, takeBack })
        {
            try
            {
                await step;
            }
            catch (LifeException late)
            {
                refused.Add(late);
            }
        }

        Assert.Single(refused);
        await storage.The<Catalogue>().RefreshAsync(Stop);
        var events = review.Life.Now.Events;
        Assert.Equal(open.IsCompletedSuccessfully, review.Life.Now.HasOpened);
        Assert.All(events.Where(one => one.Step == LifeStep.Opened), one => Assert.Equal(1, one.Revision));
    }
}
