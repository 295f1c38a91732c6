using Microsoft.Extensions.DependencyInjection;
using Participatie.Surveys;
using Participatie.Surveys.Answering;
using Participatie.Surveys.Codes;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Intake;
using Participatie.Surveys.Language;
using Participatie.Surveys.Storage;
using Participatie.Web.Access;
using Participatie.Web.Mail;

namespace Participatie.Tests.Storage;

public enum Provider
{
    Sqlite,
    Postgres,
}

/// <summary>The rooms on an empty, migrated database of either kind.</summary>
public sealed class GivenStorage : IAsyncDisposable
{
    private ServiceProvider? _rooms;
    private string _connection = "";

    public static IReadOnlyList<Provider> Providers { get; } = [Provider.Sqlite, Provider.Postgres];

    /// <summary>Where the embedded database is, and the small files beside it.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("participatie-").FullName;

    public SetClock Clock { get; } = new(new DateTimeOffset(2026, 11, 22, 9, 30, 0, TimeSpan.Zero));

    /// <param name="provider">Of the database.</param>
    /// <param name="cluster">Where PostgreSQL runs.</param>
    /// <param name="queue">Adds a queue in place of the database's own.</param>
    public static async Task<GivenStorage> OnAsync(
        Provider provider, PostgresCluster cluster, Action<IServiceCollection>? queue = null)
    {
        var storage = await EmptyAsync(provider, cluster, forgottenLogOf: null, queue);
        await storage.The<Migrator>().MigrateAsync(TestContext.Current.CancellationToken);
        return storage;
    }

    /// <summary>Without tables; the small log of what was forgotten may be another one's, as after a restore.</summary>
    public static async Task<GivenStorage> EmptyAsync(
        Provider provider, PostgresCluster cluster, GivenStorage? forgottenLogOf, Action<IServiceCollection>? queue = null)
    {
        var storage = new GivenStorage();
        if (provider == Provider.Postgres)
        {
            storage._connection = await cluster.NewDatabaseAsync();
        }

        var database = provider == Provider.Sqlite
            ? Database.Sqlite(Path.Combine(storage.Folder, "test.db"))
            : Database.Postgres(storage._connection);
        storage._rooms = storage.RoomsOn(database, storage.Clock, (forgottenLogOf ?? storage).Folder, queue);
        return storage;
    }

    /// <summary>A second instance of the program on the same database, with the same clock.</summary>
    public ServiceProvider SecondInstance() => RoomsOn(The<Database>(), Clock, Folder);

    private ServiceProvider RoomsOn(
        Database database, TimeProvider clock, string forgottenLog, Action<IServiceCollection>? queue = null)
    {
        var services = new ServiceCollection().AddSingleton(clock).AddLogging();
        queue?.Invoke(services);
        return services
            .AddSurveys(database, new CodeKeys(new byte[CodeKey.Bytes]), forgottenLog)
            .AddSingleton(new Participatie.Web.Hosting.Settings { DataFolder = Folder })
            .AddMail()
            .AddAccountStorage()
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    /// <summary>The same database (PostgreSQL) as another machine has it, with a folder of its own.</summary>
    /// <param name="clock">Of that machine; the one of this class when it is null.</param>
    public GivenStorage Beside(TimeProvider? clock = null)
    {
        var other = new GivenStorage { _connection = _connection };
        other.Clock.Now = Clock.Now;
        other._rooms = other.RoomsOn(Database.Postgres(_connection), clock ?? other.Clock, other.Folder);
        return other;
    }

    public IServiceProvider Rooms => _rooms!;

    public T The<T>()
        where T : notnull => _rooms!.GetRequiredService<T>();

    public async Task<PublishedVersion> PublishAsync(Consultation definition)
    {
        Assert.Empty(await Rooms.PublishAsync(definition, TestContext.Current.CancellationToken));
        return The<Catalogue>().Latest(definition.Slug)!;
    }

    /// <summary>A draft on disk with these answers.</summary>
    public async Task<(DraftToken Token, Draft Draft)> BeginAsync(
        PublishedVersion version, Answers answers, byte[]? invitation = null, Helped helped = Helped.Unsaid) =>
        await The<Drafts>().StartAsync(
            new Draft
            {
                Version = version,
                Answers = answers,
                Organisation = false,
                Invitation = invitation,
                Helped = helped,
                Language = Languages.Dutch,
                Rotation = 7,
                Revision = 0,
            },
            TestContext.Current.CancellationToken);

    /// <summary>Hands in what the check page read a moment before.</summary>
    public async Task<HandInResult> HandInAsync(DraftToken token, int consultationId, CancellationToken cancellationToken) =>
        await The<Drafts>().FindAsync(token, consultationId, cancellationToken) is DraftFinding.Found(var draft)
            ? await The<HandInAnswers>().HandInAsync(token, draft, cancellationToken)
            : HandInResult.NoDraft;

    /// <summary>The first choice of the only question of a consultation with one choice question.</summary>
    public static Answers FirstChoice(PublishedVersion version) => version.Definition.Questions[0] is OneOfQuestion question
        ? Answers.None.With(question, new Chosen(question.Choices[0].Id))
        : throw new InvalidOperationException("Not a choice.");

    public async ValueTask DisposeAsync()
    {
        await _rooms!.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
