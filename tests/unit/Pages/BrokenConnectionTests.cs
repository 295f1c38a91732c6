using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Participatie.Surveys.Intake;
using Participatie.Surveys.Storage;

namespace Participatie.Tests.Pages;

/// <summary>The phone loses its connection just when the last byte has arrived: what was received whole is stored.</summary>
public sealed class BrokenConnectionTests(Site site) : IClassFixture<Site>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_answer_that_arrived_is_stored()
    {
        await site.PublishAsync(new GivenConsultation().WithSlug("tunnel").WithYesNo("een").WithOpen("twee").Build());
        var resident = site.NewResident();
        await resident.OpenAsync("/raadpleging/tunnel/vraag/een");
        await resident.Choose("Ja").PressAsync("Verder");
        var (label, text) = (resident.Page.QuerySelector("label[for]")!.TextContent.Trim(), "Meer bankjes langs de weg");

        await BreakAsync(resident, resident.Type(label, text).Form("Verder"));

        await resident.OpenAsync("/raadpleging/tunnel/vraag/twee");
        Assert.Contains(text, resident.Page.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_that_were_sent_are_taken_in()
    {
        var version = await site.PublishAsync(new GivenConsultation().WithSlug("lift").WithYesNo("een").Build());
        var resident = site.NewResident();
        await resident.OpenAsync("/raadpleging/lift/vraag/een");
        await resident.Choose("Ja").PressAsync("Verder");
        Assert.Equal("/raadpleging/lift/controleren", resident.Address);

        await BreakAsync(resident, resident.Form(Surveys.Language.InterfaceWords.For("nl")["checkpage.send"]));

        Assert.Single(await site.The<Database>().ReadAsync(
            "SELECT 1 FROM responses WHERE consultation_id = @consultation", _ => true, Stop, ("@consultation", version.ConsultationId)));
        Assert.Equal(HttpStatusCode.OK, resident.Status);
    }

    private async Task BreakAsync(Resident resident, (string Address, List<KeyValuePair<string, string>> Fields) form)
    {
        using var broken = new CancellationTokenSource();
        var bytes = Encoding.ASCII.GetBytes(
            string.Join('&', form.Fields.Select(field => $"{WebUtility.UrlEncode(field.Key)}={WebUtility.UrlEncode(field.Value)}")));
        await using var body = new BreaksAtTheEnd(bytes, broken);
        // Every write of the site waits for this one, until the connection is surely gone.
        var turn = new TaskCompletionSource();
        var before = site.The<GroupedWriter>().WriteAsync(async _ => await turn.Task, Stop);
        var answer = site.Server.SendAsync(context =>
        {
            context.Request.Method = HttpMethods.Post;
            context.Request.Path = form.Address;
            context.Request.Host = new HostString("localhost");
            context.Request.ContentType = "application/x-www-form-urlencoded";
            context.Request.ContentLength = bytes.Length;
            context.Request.Body = body;
            context.Request.Headers.Cookie = resident.Cookies.GetCookieHeader(new Uri("http://localhost"));
            context.RequestAborted = broken.Token;
        }, Stop);
        await body.WasRead.WaitAsync(Stop);
        await Task.Delay(TimeSpan.FromSeconds(2), Stop);
        Assert.True(broken.IsCancellationRequested);
        turn.SetResult();
        await before;
        Assert.Equal(StatusCodes.Status303SeeOther, (await answer).Response.StatusCode);
    }

    /// <summary>The bytes of a form; a moment after the last one the connection is gone.</summary>
    private sealed class BreaksAtTheEnd(byte[] bytes, CancellationTokenSource broken) : MemoryStream(bytes)
    {
        private readonly TaskCompletionSource _read = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task WasRead => _read.Task;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await base.ReadAsync(buffer, CancellationToken.None);
            if (read == 0 && _read.TrySetResult())
            {
                // Time to make a form of it; after that it waits for its turn.
                broken.CancelAfter(TimeSpan.FromSeconds(1));
            }

            return read;
        }
    }
}
