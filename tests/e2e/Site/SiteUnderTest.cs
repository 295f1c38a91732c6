using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Participatie.Journeys.Site;
using Participatie.Surveys;
using Participatie.Surveys.Codes;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Definition.Previews;
using Participatie.Surveys.Intake.Queue;
using Participatie.Surveys.Review.Studies;
using Participatie.Surveys.Storage;

[assembly: AssemblyFixture(typeof(SiteUnderTest))]

namespace Participatie.Journeys.Site;

/// <summary>
/// The published site as one real process on a port of its own, with an empty data folder. Started once for all journeys.
/// </summary>
public sealed class SiteUnderTest : IAsyncLifetime
{
    private static readonly TimeSpan StartsWithin = TimeSpan.FromSeconds(60);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("participatie-journeys-");
    private readonly ProcessOutput _output = new();
    private Process? _process;

    private readonly int _port = FreePort();

    private string Host { get; init; } = Proxy;

    private bool SendsMail { get; init; }

    private bool MakesRecordings { get; init; } = true;

    public Uri Address => new($"http://{Host}:{_port}");

    /// <summary>
    /// Believed by the site: each visitor of the tests comes from an address of its own, so that the rate limits stay on.
    /// </summary>
    private const string Proxy = "127.0.0.1";

    /// <summary>The port is that of a service which throws everything away, and which is nowhere.</summary>
    private static readonly string[] Mail =
    [
        $"--Participatie:Smtp:Host={Proxy}", "--Participatie:Smtp:Port=9", "--Participatie:Smtp:Tls=none",
        "--Participatie:Smtp:From=participatie@drenthe.example",
    ];

    /// <summary>
    /// One beside that which all share, to be started: what opens and closes in it stands on no home page that others look at. It makes no
    /// recordings, which takes a processor for a minute.
    /// </summary>
    /// <param name="host">By which name the browser knows it: a passkey is for a name, never for a number.</param>
    /// <param name="sendsMail">Whether it is set up to send mail; there is no server that takes one.</param>
    public static SiteUnderTest Own(string host = Proxy, bool sendsMail = false) =>
        new() { Host = host, SendsMail = sendsMail, MakesRecordings = false };

    public async ValueTask InitializeAsync()
    {
        _process = _output.Read(
            Process.Start(
                Start(
                    [
                        "--urls", $"http://{Proxy}:{_port}", $"--Participatie:TrustedProxies={Proxy}", $"--Participatie:PublicUrl={Address}",
                        .. SendsMail ? Mail : [],
                    ]))!);
        using var http = new HttpClient { BaseAddress = Address };
        var waited = Stopwatch.StartNew();
        while (!await IsReadyAsync(http))
        {
            if (_process.HasExited || waited.Elapsed > StartsWithin)
                throw new InvalidOperationException($"The site did not start within {StartsWithin.TotalSeconds} s. It said:\n{_output}");
            await Task.Delay(100);
        }
    }

    /// <summary>What an operator does before the letters are printed.</summary>
    public async Task<string[]> InviteAsync(string slug, int count)
    {
        var file = Path.Combine(_folder.FullName, $"{slug}-{Guid.NewGuid():N}.txt");
        var output = new ProcessOutput();
        using var command = output.Read(Process.Start(Start("invite", slug, "--count", $"{count}", "--out", file))!);
        await command.WaitForExitAsync();
        return command.ExitCode == 0 ? await File.ReadAllLinesAsync(file) : throw new InvalidOperationException($"invite failed: {output}");
    }

    /// <summary>
    /// Opens a consultation before the site is started for the first time, so that it has no other. By the verbs below the desk: what staff
    /// do there is a journey of its own.
    /// </summary>
    public async Task OpenAsync(string file)
    {
        await using var rooms = Rooms();
        await rooms.GetRequiredService<Migrator>().MigrateAsync(CancellationToken.None);
        var document = await File.ReadAllTextAsync(file);
        await rooms.GetRequiredService<GroupedWriter>().WriteAsync(
            async scope => await rooms.GetRequiredService<BeginOpened>().BeginAsync(scope, document, "proef"), CancellationToken.None);
    }

    /// <summary>A working copy that nobody asked to review, with a link to its preview.</summary>
    public async Task<string> PreviewAsync(Consultation definition)
    {
        await using var rooms = Rooms();
        var document = Encoding.UTF8.GetString(DefinitionWriter.Write(definition));
        var token = await rooms.GetRequiredService<GroupedWriter>().WriteAsync(
            async scope =>
            {
                var id = await rooms.GetRequiredService<BeginConsultation>().BeginAsync(scope, document, "proef");
                return await rooms.GetRequiredService<PreviewLinks>().MakeAsync(scope, id, revision: 1, days: 1, "proef");
            },
            CancellationToken.None);
        return $"{Address}voorbeeld/{token}";
    }

    /// <summary>Runs a verb of the program on the data of this site.</summary>
    public async Task<(int ExitCode, string Said)> RunAsync(params string[] verb)
    {
        var output = new ProcessOutput();
        using var command = output.Read(Process.Start(Start(verb))!);
        await command.WaitForExitAsync();
        return (command.ExitCode, output.ToString());
    }

    /// <summary>As after the last try to count a response failed: what a worker does with one that it cannot count takes hours.</summary>
    public async Task SetApartAsync(string slug)
    {
        await using var context = Database.Sqlite(Path.Combine(_folder.FullName, "data", "participatie.db")).NewContext();
        context.Queue.Add(new QueueEntry
        {
            ResponseId = Guid.NewGuid().ToByteArray(),
            ConsultationId = context.Consultations.Single(one => one.Slug == slug).Id,
            Attempts = 12,
            VisibleAt = 0,
            Dead = true,
            Failure = nameof(TimeoutException),
        });
        await context.SaveChangesAsync();
    }

    /// <summary>As if everything in the rounds of the council happened so many days earlier: a term takes weeks.</summary>
    public async Task AgeReviewAsync(string slug, int days)
    {
        await using var context = Database.Sqlite(Path.Combine(_folder.FullName, "data", "participatie.db")).NewContext();
        var consultation = context.Consultations.Single(one => one.Slug == slug).Id;
        var earlier = (long)TimeSpan.FromDays(days).TotalMilliseconds;
        await context.ReviewEvents.Where(one => one.ConsultationId == consultation)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.At, one => one.At - earlier));
    }

    /// <summary>A study with a report that everybody may read. By the verb below the desk: what staff do there is a journey of its own.</summary>
    public async Task PublishStudyAsync()
    {
        await using var rooms = Rooms();
        var study = new Study
        {
            Title = "Onderzoek najaar",
            Client = "Provincie Drenthe",
            Researcher = "Stichting Kijk",
            On = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(-1),
            Norm = "WCAG 2.2 A en AA",
            Version = "1.0",
            Method = "WCAG-EM 1.0",
            Site = "Participatie Drenthe",
            Scope = "De hele site",
            Browsers = "Firefox 140\nChromium 142",
            Baseline = "NVDA 2026",
            Technologies = "HTML",
            Sample = [new SamplePage(1, "Start", $"{Address}", SampleKind.Public, IsRandom: false)],
            Judgements =
            [
                new Judgement("non-text-content", null, Verdict.Failed, "Het plaatje heeft geen tekst.", TimeProvider.System.GetUtcNow()),
            ],
        };
        await rooms.GetRequiredService<GroupedWriter>().WriteAsync(
            async scope =>
            {
                var save = rooms.GetRequiredService<SaveStudy>();
                var number = await save.BeginAsync(scope, study, "proef");
                var begun = new StudyRevision(number, 1, StudyState.Draft, study, TimeProvider.System.GetUtcNow(), "proef");
                await save.SaveAsync(scope, begun, study, StudyState.Published, "proef");
                return number;
            },
            CancellationToken.None);
    }

    /// <summary>Where an administrator makes an account, as the console prints it.</summary>
    public async Task<string> SetupLinkAsync()
    {
        var output = new ProcessOutput();
        using var command = output.Read(Process.Start(Start("setup-link"))!);
        await command.WaitForExitAsync();
        var said = output.ToString();
        return command.ExitCode == 0 && said.IndexOf("/beheer/begin/", StringComparison.Ordinal) is >= 0 and var at
            ? said[at..].Split()[0]
            : throw new InvalidOperationException($"setup-link failed: {said}");
    }

    /// <summary>How many responses hold these words.</summary>
    public async Task<int> ResponsesWithAsync(string slug, string words)
    {
        var folder = Path.Combine(_folder.FullName, $"{Guid.NewGuid():N}");
        var output = new ProcessOutput();
        Directory.CreateDirectory(folder);
        using var command = output.Read(
            Process.Start(Start("export", slug, "--format", "json", "--out", Path.Combine(folder, "uit.json")))!);
        await command.WaitForExitAsync();
        return command.ExitCode == 0
            ? (await File.ReadAllTextAsync(Path.Combine(folder, "uit.json"))).Split(words).Length - 1
            : throw new InvalidOperationException($"export failed: {output}");
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
            _process.Dispose();
        }

        _folder.Delete(recursive: true);
    }

    private ServiceProvider Rooms()
    {
        var data = Directory.CreateDirectory(Path.Combine(_folder.FullName, "data"));
        var database = Database.Sqlite(Path.Combine(data.FullName, "participatie.db"));
        return new ServiceCollection().AddLogging()
            .AddSurveys(database, new CodeKeys(new byte[CodeKey.Bytes]), data.FullName).BuildServiceProvider();
    }

    private ProcessStartInfo Start(params string[] arguments)
    {
        var program = Path.Combine(Places.Site, "Participatie.Web.dll");
        if (!File.Exists(program))
            throw new InvalidOperationException($"There is no published site in {Places.Site}: build tests/e2e, which publishes it.");
        var start = new ProcessStartInfo("dotnet", [program, .. arguments, $"--Participatie:Data={Path.Combine(_folder.FullName, "data")}"])
        {
            // Anywhere: a published site finds its own files.
            WorkingDirectory = _folder.FullName,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Production", ["DOTNET_ENVIRONMENT"] = "Production", ["DOTNET_TieredPGO"] = "0" },
        };
        // Then espeak-ng is not found.
        if (!MakesRecordings)
            start.Environment["PATH"] = "";
        return start;
    }

    private static async Task<bool> IsReadyAsync(HttpClient http)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri("/health/ready", UriKind.Relative));
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
