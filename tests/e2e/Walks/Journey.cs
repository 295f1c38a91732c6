using Participatie.Journeys.Browsing;
using Participatie.Journeys.Site;

namespace Participatie.Journeys.Walks;

/// <summary>Follows a person through the site. What failed leaves a trace and a picture.</summary>
public abstract class Journey(SiteUnderTest site, Chromium chromium)
{
    protected SiteUnderTest Site => site;

    protected Task WalkAsync(Device device, Func<Visitor, Task> walk) => WalkAsync(device, site.Address, walk);

    /// <param name="device">What the visitor has.</param>
    /// <param name="address">Where the site is for this visitor.</param>
    /// <param name="walk">What the visitor does.</param>
    protected async Task WalkAsync(Device device, Uri address, Func<Visitor, Task> walk)
    {
        var visitor = await Visitor.ComeAsync(chromium.Browser, address, device);
        try
        {
            await walk(visitor);
        }
        catch (Exception failure)
        {
            var picture = await PictureAsync(visitor);
            throw new JourneyFailedException($"{failure.Message}\n{picture}\n{await TraceAsync(device, address, walk)}", failure);
        }
        finally
        {
            await visitor.Page.Context.CloseAsync();
        }
    }

    private static async Task<string> PictureAsync(Visitor visitor)
    {
        try
        {
            await visitor.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Place(".png"), FullPage = true });
            return $"At {visitor.Page.Url}\nPicture: {Place(".png")}";
        }
        catch (PlaywrightException wrong)
        {
            return $"At {visitor.Page.Url}; no picture: {wrong.Message}";
        }
    }

    /// <summary>
    /// Traces a second try: keeping one of each walk makes all of them a quarter slower. Whatever becomes of it, the walk has failed.
    /// </summary>
    private async Task<string> TraceAsync(Device device, Uri address, Func<Visitor, Task> walk)
    {
        var visitor = await Visitor.ComeAsync(chromium.Browser, address, device);
        var context = visitor.Page.Context;
        await context.Tracing.StartAsync(new TracingStartOptions { Snapshots = true });
        var passed = "failed too";
        try
        {
            await walk(visitor);
            passed = "passed";
        }
#pragma warning disable CA1031 // The failure that counts is that of the first try.
        catch (Exception)
#pragma warning restore CA1031
        {
            // The trace shows it.
        }

        await context.Tracing.StopAsync(new TracingStopOptions { Path = Place(".zip") });
        await context.CloseAsync();
        return $"Trace of a second try, which {passed}: {Place(".zip")} (npx playwright show-trace)";
    }

    private static string Place(string extension) => Path.Combine(
        Places.Failures,
        string.Concat(
            (
                TestContext.Current.Test?.TestDisplayName ?? "journey").Select(letter =>
                    char.IsLetterOrDigit(letter) ? letter : '-')) + extension);
}

public sealed class JourneyFailedException(string message, Exception failure) : Exception(message, failure);
