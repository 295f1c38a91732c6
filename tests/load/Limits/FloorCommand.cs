using System.CommandLine;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Participatie.Load.Limits;

/// <summary><c>floor</c>: the bare parts, in processes of their own as the real ones are. Started by <c>limit</c>.</summary>
internal static class FloorCommand
{
    public static Command Of()
    {
        var port = new Option<int>("--port") { Required = true };
        var file = new Option<string>("--file") { Required = true };
        var serve = new Command("serve", "A bare page with a form, and its post.") { port, file };
        serve.SetAction((parsed, cancellationToken) => ServeAsync(parsed.GetValue(port), parsed.GetValue(file)!, cancellationToken));

        var place = new Serving.Place();
        var scan = new Command("scan", "Copy the responses table byte by byte to a file.") { file };
        place.AddTo(scan);
        scan.SetAction((parsed, cancellationToken) => RawCopy.RunAsync(place.Settings(parsed), parsed.GetValue(file)!, cancellationToken));
        return new Command("floor", "The bare parts that limit measures against.") { serve, scan };
    }

    private static async Task ServeAsync(int port, string file, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.Services.AddRazorComponents();
        builder.Services.AddAntiforgery();
        await using var appender = new BareAppender(file);
        await using var app = builder.Build();
        app.MapGet("/", () => new RazorComponentResult<FloorPage>());
        app.MapPost("/", async (HttpContext context, IAntiforgery antiforgery) =>
        {
            await antiforgery.ValidateRequestAsync(context);
            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            await appender.AppendAsync(form["answer"].ToString());
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            context.Response.Headers.Location = "/";
        });
        await app.StartAsync(cancellationToken);
        await app.WaitForShutdownAsync(cancellationToken);
    }
}
