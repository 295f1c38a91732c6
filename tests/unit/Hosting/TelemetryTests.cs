using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Participatie.Tests.Pages;

namespace Participatie.Tests.Hosting;

/// <summary>What leaves the site for a collector: read from what the collector got, whatever the libraries say.</summary>
public sealed class TelemetryTests
{
    private const string Route = "/raadpleging/{slug:slug}/vraag/{id:slug}";

    /// <summary>Fields of OTLP (opentelemetry-proto 1.x) on the way from the whole to the name of each attribute of a span.</summary>
    private static readonly int[] SpanAttributes = [1, 2, 2, 9, 1];
    private static readonly int[] ResourceAttributes = [1, 1, 1, 1];

    [Fact]
    public async Task A_collector_learns_which_kind_of_page_took_how_long_and_nothing_else()
    {
        var received = new ConcurrentBag<(string Path, byte[] Body)>();
        await using var collector = await CollectorAsync(received);
        await using (
            var site = new SiteWithTelemetry(
                collector.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()))
        {
            var resident = site.NewResident();
            await resident.OpenAsync("/raadpleging/themas/vraag/zes-themas?geheim=getypt");
            await resident.PressAsync("Verder");
            using var client = site.CreateClient();
            client.DefaultRequestHeaders.Add("User-Agent", "eigenbrowser");
            client.DefaultRequestHeaders.Add("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
            client.DefaultRequestHeaders.Add("tracestate", "iemand=geheim");
            client.DefaultRequestHeaders.Add("baggage", "code=geheim");
            await client.GetAsync(new Uri("/raadpleging/themas?taal=geheim", UriKind.Relative), TestContext.Current.CancellationToken);
            await client.GetAsync(new Uri("/verder-geheim", UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.True(site.The<TracerProvider>().ForceFlush(), "traces are not sent");
            Assert.True(site.The<MeterProvider>().ForceFlush(), "metrics are not sent");
        }

        var traces = received.Where(sent => sent.Path == "/v1/traces").ToList();
        Assert.True(traces.Count > 0, string.Join(' ', received.Select(sent => sent.Path)));
        Assert.Contains(received, sent => sent.Path == "/v1/metrics");
        Assert.Contains(traces, sent => Encoding.UTF8.GetString(sent.Body).Contains(Route, StringComparison.Ordinal));
        Assert.Equal(
            ["http.request.method", "http.response.status_code", "http.route"],
            traces.SelectMany(sent => Texts(sent.Body, SpanAttributes)).Where(name => name != "error.type").Distinct()
                .Order(StringComparer.Ordinal));
        Assert.Equal(
            ["service.instance.id", "service.name"],
            received.SelectMany(sent => Texts(sent.Body, ResourceAttributes)).Distinct().Order(StringComparer.Ordinal));
        var all = string.Concat(received.Select(sent => Encoding.UTF8.GetString(sent.Body)));
        string[] words =
        [
            "zes-themas", "geheim", "getypt", "eigenbrowser", "127.0.0.1", "10.0.0.", "localhost", "concept", Environment.MachineName,
        ];
        Assert.DoesNotContain(words, word => all.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Nothing_is_measured_unless_a_collector_is_set()
    {
        using var site = new Site();
        Assert.Null(site.Services.GetService<TracerProvider>());
        Assert.Null(site.Services.GetService<MeterProvider>());
    }

    private static async Task<WebApplication> CollectorAsync(ConcurrentBag<(string Path, byte[] Body)> received)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var collector = builder.Build();
        collector.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            received.Add((context.Request.Path, body.ToArray()));
        });
        await collector.StartAsync(TestContext.Current.CancellationToken);
        return collector;
    }

    /// <summary>The texts at the end of a way of field numbers through a protobuf message.</summary>
    private static IEnumerable<string> Texts(ReadOnlyMemory<byte> message, int[] way)
    {
        if (way is [])
        {
            yield return Encoding.UTF8.GetString(message.Span);
            yield break;
        }

        for (var at = 0; at < message.Length;)
        {
            var tag = Number(message.Span, ref at);
            switch (tag & 7)
            {
                case 0:
                    Number(message.Span, ref at);
                    break;
                case 1:
                    at += 8;
                    break;
                case 5:
                    at += 4;
                    break;
                default:
                    var length = (int)Number(message.Span, ref at);
                    if ((int)(tag >> 3) == way[0])
                    {
                        foreach (var text in Texts(message.Slice(at, length), way[1..]))
                            yield return text;
                    }

                    at += length;
                    break;
            }
        }
    }

    private static ulong Number(ReadOnlySpan<byte> message, ref int at)
    {
        ulong number = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = message[at++];
            number |= (ulong)(part & 0x7f) << shift;
            if (part < 0x80)
                return number;
        }
    }

    private sealed class SiteWithTelemetry(string collector) : Site
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Participatie:Telemetry", collector);
        }
    }
}
