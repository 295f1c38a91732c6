using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Intake.Queue;
using Participatie.Surveys.Storage;
using Participatie.Tests.Definition.Life;
using Participatie.Tests.Mail;
using Participatie.Tests.Storage;
using Participatie.Web.Access;
using Participatie.Web.Access.Notices;

namespace Participatie.Tests.Access;

/// <summary>Whoever's turn it is gets a mail, once.</summary>
public sealed class NoticesTests(PostgresCluster cluster)
{
    private const string Chief = "hoofd@voorbeeld.nl";
    private const string Author = "auteur@voorbeeld.nl";

    private static readonly string Title = GivenLife.Questions().Build().Title.Dutch;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task A_review_is_told_to_administrators_and_what_came_of_it_to_the_author(Provider provider)
    {
        await using var given = await GivenAsync(provider);
        Assert.Empty(await given.ToldAsync());
        await given.Life.AskAsync();
        Assert.Equal([$"{Chief}: Kijk na: {Title}"], await given.ToldAsync());
        Assert.Empty(await given.ToldAsync());
        await given.Life.SendBackAsync();
        Assert.Equal([$"{Author}: Terug naar u: {Title}"], await given.ToldAsync());
        await given.Life.AskAsync();
        Assert.Equal([$"{Chief}: Kijk na: {Title}"], await given.ToldAsync());
        await given.Life.ApproveAsync();
        Assert.Equal([$"{Author}: Goedgekeurd: {Title}"], await given.ToldAsync());
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task Several_instances_tell_it_once(Provider provider)
    {
        await using var given = await GivenAsync(provider);
        await given.Life.AskAsync();
        await using var other = provider == Provider.Postgres ? new GroupedWriter(given.Storage.The<Database>()) : null;
        var senders = Enumerable.Range(0, 4).Select(number => given.NewSender(number % 2 == 0 ? null : other)).ToList();
        await Task.WhenAll(senders.Select(sender => Task.Run(() => sender.RunAsync(Stop), Stop)));
        Assert.Equal([$"{Chief}: Kijk na: {Title}"], await given.MailedAsync());
    }

    [Fact]
    public async Task A_last_day_is_told_a_week_before_and_on_the_day_and_a_promise_a_week_before()
    {
        await using var given = await GivenAsync(Provider.Sqlite);
        await given.Life.AskAsync();
        await given.Life.ApproveAsync();
        await given.Life.OpenAsync();
        await given.ToldAsync();
        given.Storage.Clock.Now = Noon(GivenLife.LastDay.AddDays(-8));
        Assert.Empty(await given.ToldAsync());
        given.Storage.Clock.Now = Noon(GivenLife.LastDay.AddDays(-7));
        Assert.Equal([$"{Author}: Sluit bijna: {Title}"], await given.ToldAsync());
        given.Storage.Clock.Now = Noon(GivenLife.LastDay.AddDays(-3));
        Assert.Empty(await given.ToldAsync());
        given.Storage.Clock.Now = Noon(GivenLife.LastDay);
        Assert.Equal([$"{Author}: Sluit vandaag: {Title}"], await given.ToldAsync());

        var charter = given.Storage.The<Catalogue>().Latest("proef")!.Definition.Charter;
        given.Storage.Clock.Now = Noon(charter.ResultsBy.AddDays(-7));
        Assert.Contains($"{Author}: Beloofd: de resultaten van {Title}", await given.ToldAsync());
        given.Storage.Clock.Now = Noon(charter.ResultsBy.AddDays(1));
        Assert.DoesNotContain(await given.ToldAsync(), told => told.Contains("de resultaten", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_opening_that_was_missed_is_told_to_both()
    {
        await using var given = await GivenAsync(Provider.Sqlite);
        await given.Life.AskAsync();
        await given.Life.ApproveAsync();
        await given.Life.PlanAsync(GivenLife.Today.AddDays(3));
        given.Storage.Clock.Now = Noon(GivenLife.Today.AddDays(3));
        Assert.DoesNotContain(await given.ToldAsync(), told => told.Contains("Niet open", StringComparison.Ordinal));
        given.Storage.Clock.Now = Noon(GivenLife.Today.AddDays(5));
        Assert.Equal([$"{Author}: Niet open gegaan: {Title}", $"{Chief}: Niet open gegaan: {Title}"], await given.ToldAsync());
    }

    [Fact]
    public async Task Responses_that_were_set_apart_are_told_once_a_day()
    {
        await using var given = await GivenAsync(Provider.Sqlite);
        for (byte letter = 1; letter <= 3; letter++)
        {
            await given.Storage.The<GroupedWriter>().WriteAsync(
                async scope =>
                {
                    scope.Context.Queue.Add(new QueueEntry
                    {
                        ResponseId = [.. Enumerable.Repeat(letter, 16)],
                        ConsultationId = given.Life.Id,
                        Attempts = 12,
                        Dead = true,
                        VisibleAt = 0,
                    });
                    await scope.Context.SaveChangesAsync(Stop);
                },
                Stop);
            Assert.Equal(letter == 1 ? [$"{Chief}: Niet geteld: {Title}"] : [], await given.ToldAsync());
        }

        given.Storage.Clock.Now += TimeSpan.FromDays(1);
        Assert.Equal([$"{Chief}: Niet geteld: {Title}"], await given.ToldAsync());
    }

    [Fact]
    public async Task Whoever_did_it_is_not_told_and_without_an_author_administrators_are()
    {
        await using var given = await GivenAsync(Provider.Sqlite, author: "anne@provincie.example", name: "Anne");
        await given.Life.AskAsync();
        await given.ToldAsync();
        // By the author, who takes it back.
        await given.Life.SendBackAsync();
        Assert.Empty(await given.ToldAsync());

        await using var another = await GivenAsync(Provider.Sqlite, author: null);
        await another.Life.AskAsync();
        await another.ToldAsync();
        await another.Life.ApproveAsync();
        Assert.Equal([$"{Chief}: Goedgekeurd: {Title}"], await another.ToldAsync());
    }

    [Fact]
    public async Task Without_mail_nothing_is_told_and_the_list_is_the_same()
    {
        await using var given = await GivenAsync(Provider.Sqlite, withMail: false);
        await given.Life.AskAsync();
        Assert.Empty(await given.ToldAsync());
        var notice = Assert.Single(await given.Storage.The<ListNotices>().ListAsync(Stop));
        Assert.Equal((NoticeKind.ReviewAsked, NoticeFor.Administrators, "proef"), (notice.Kind, notice.For, notice.Slug));
    }

    [Fact]
    public async Task What_waits_at_a_restore_is_not_told_again()
    {
        await using var given = await GivenAsync(Provider.Sqlite);
        await given.Life.AskAsync();
        await given.NewSender().TakeAsToldAsync(Stop);
        Assert.Empty(await given.ToldAsync());
        await given.Life.SendBackAsync();
        Assert.Single(await given.ToldAsync());
    }

    private static DateTimeOffset Noon(DateOnly day) => Amsterdam.StartOf(day).AddHours(12);

    private async Task<GivenNotices> GivenAsync(
        Provider provider, string? author = Author, string name = "Bas", bool withMail = true)
    {
        var storage = await GivenStorage.OnAsync(provider, cluster);
        await storage.The<AccessMigrator>().MigrateAsync(Stop);
        var life = await GivenLife.BegunAsync(storage, GivenLife.Document(GivenLife.Questions()));
        await AddAsync(storage, "Hoofd", Chief, isAdministrator: true, author: null);
        await AddAsync(storage, "Weg", "weg@voorbeeld.nl", isAdministrator: true, author: null, isBlocked: true);
        if (author is not null)
            await AddAsync(storage, name, author, isAdministrator: false, life.Id);
        return new GivenNotices(storage, life, withMail);
    }

    private static async Task AddAsync(
        GivenStorage storage, string name, string mail, bool isAdministrator, int? author, bool isBlocked = false)
    {
        await using var scope = storage.Rooms.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AccessDb>();
        var id = Guid.NewGuid();
        db.Accounts.Add(new Account
        {
            Id = id, Name = name, Email = mail, UserName = mail, NormalizedEmail = mail, NormalizedUserName = mail, SecurityStamp = "x",
            IsAdministrator = isAdministrator, IsBlocked = isBlocked,
        });
        if (author is { } consultation)
            db.RoleGrants.Add(new RoleGrant
            {
                AccountId = id, Role = StaffRole.Author, ConsultationId = consultation, Until = long.MaxValue, GivenAt = 0, GivenBy = "",
            });
        await db.SaveChangesAsync(Stop);
    }

    private sealed class GivenNotices(GivenStorage storage, GivenLife life, bool withMail) : IAsyncDisposable
    {
        private readonly GivenOutbox _outbox = new(storage, withMail ? GivenMailServer.Away().Settings : null);

        public GivenStorage Storage => storage;

        public GivenLife Life => life;

        public SendNotices NewSender(GroupedWriter? writer = null) => new(
            storage.The<ListNotices>(),
            storage.The<Database>(),
            writer ?? storage.The<GroupedWriter>(),
            _outbox.Outbox,
            storage.The<Catalogue>(),
            storage.The<ConceptTitles>(),
            _outbox.Settings,
            storage.Clock);

        /// <summary>What is told now, beside what was told before.</summary>
        public async Task<IReadOnlyList<string>> ToldAsync()
        {
            var before = await MailedAsync();
            await NewSender().RunAsync(Stop);
            var after = (await MailedAsync()).ToList();
            foreach (var mail in before)
                after.Remove(mail);
            return after;
        }

        public async Task<IReadOnlyList<string>> MailedAsync()
        {
            await using var context = storage.The<Database>().NewContext();
            return [.. (await context.MailOutbox.AsNoTracking().ToListAsync(Stop))
                .Select(mail => $"{_outbox.Contents.Open(mail.Id, mail.Content!)!.Value.Address}: {mail.Subject}")
                .Order(StringComparer.Ordinal)];
        }

        public ValueTask DisposeAsync() => storage.DisposeAsync();
    }
}
