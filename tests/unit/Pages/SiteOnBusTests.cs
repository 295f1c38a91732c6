using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Participatie.Broker;
using Participatie.ServiceBus;
using Participatie.Surveys.Codes;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Intake;
using Participatie.Tests.Access;
using Participatie.Tests.Intake;
using Participatie.Tests.Pages.Desk;
using Participatie.Web.Counting;

namespace Participatie.Tests.Pages;

/// <summary>The whole site with its worker, with Service Bus in place of the database's queue.</summary>
public sealed class SiteOnBusTests : IAsyncLifetime
{
    private const string Queue = "/beheer/wachtrij";

    private readonly TestBroker _broker = new(new BrokerLimits(), BusConnection.UsualQueue);
    private readonly SiteOnBus _site;

    public SiteOnBusTests() => _site = new SiteOnBus(_broker.ConnectionString);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        _broker.Stop();
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        await _broker.DisposeAsync();
    }

    [Fact]
    public async Task Residents_are_thanked_while_the_bus_is_away_and_counted_when_it_is_back()
    {
        var resident = _site.NewResident();
        await resident.ToCheckPageAsync("wonen");
        var receipt = Code.Parse(await resident.SendAsync())!.Value;

        using var client = _site.CreateClient();
        await GivenQueue.UntilAsync(async () =>
            (await ReasonAsync(client))?.Contains("Sending fails since", StringComparison.Ordinal) == true);
        Assert.Contains("1 wait in the database, none is lost", await ReasonAsync(client), StringComparison.Ordinal);
        Assert.Equal("Degraded", await client.GetStringAsync(new Uri("/health/ready", UriKind.Relative), Stop));
        var staff = (await GivenStaff.AdministratorAsync(_site)).Browser;
        await staff.OpenAsync(Queue);
        Assert.Contains("Er wacht 1 reactie.", staff.Words, StringComparison.Ordinal);

        _broker.Start();
        await GivenQueue.UntilAsync(async () => await StateAsync(receipt) == ResponseState.Counted);
        await staff.OpenAsync(Queue);
        Assert.Contains("Er wacht niets.", staff.Words, StringComparison.Ordinal);

        // What cannot be counted becomes a dead letter of the bus, and the page is the same.
        await SpoilAsync();
        await GivenQueue.UntilAsync(async () =>
        {
            await staff.OpenAsync(Queue);
            return staff.Words.Contains("1 reactie kon niet worden geteld.", StringComparison.Ordinal);
        });
        Assert.Contains("Het programma probeerde het 10 keer.", staff.Words, StringComparison.Ordinal);
        await _broker.WaitForAsync(BusConnection.UsualQueue, counts => counts.Dead == 1, Stop);
        await staff.PressAsync("Probeer de reactie in deze lijst opnieuw");
        Assert.Contains("1 reactie wordt opnieuw geteld.", staff.Words, StringComparison.Ordinal);
        // Each process looks for itself what the bus has set apart: what one of them does, the others do not see.
        Assert.True(_site.The<IEnumerable<HousekeepingStep>>().Single(step => step.Name == "dead letters").IsOfEachProcess);
        Assert.Contains((await _site.AuditAsync()), line => line is { Subject: "wachtrij", After: "wonen 1" });
    }

    private static async Task<string?> ReasonAsync(HttpClient client) => (string?)JsonNode.Parse(
        await client.GetStringAsync(new Uri("/health/status", UriKind.Relative), Stop))!["checks"]!.AsArray()
        .Single(check => (string?)check!["name"] == "bus")!["reason"];

    private async Task<ResponseState> StateAsync(Code receipt) => (await _site.The<Receipts>().LookUpAsync(receipt, Stop))!.State;

    /// <summary>A response that nobody can read.</summary>
    private Task SpoilAsync() => _site.The<Surveys.Storage.GroupedWriter>().WriteAsync(
        async scope =>
        {
            var consultation = _site.The<Catalogue>().Latest("wonen")!;
            var id = Guid.NewGuid().ToByteArray();
            scope.Context.Responses.Add(new Response
            {
                ConsultationId = consultation.ConsultationId,
                Id = id,
                Version = consultation.Number,
                Channel = ResponseChannel.OpenLink,
                Organisation = false,
                Language = "nl",
                Hour = 480_000,
                Rotation = 0,
                State = ResponseState.Queued,
                KeyNumber = 1,
                ReceiptHash = id,
                DraftProof = id,
                ReceiptAttempt = 0,
                Document = "{",
            });
            await scope.Context.SaveChangesAsync(Stop);
            await Surveys.Intake.Queue.DatabaseQueue.SendAsync(scope, consultation.ConsultationId, id, _site.Clock.Now);
        },
        Stop);

    private sealed class SiteOnBus(string connection) : Site
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("ConnectionStrings:ServiceBus", connection);
            builder.ConfigureTestServices(services => services.Replace(ServiceDescriptor.Singleton(GivenQueue.Times)));
        }
    }
}
