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
        var context = visitor.Page.Context;
        await context.Tracing.StartAsync(new TracingStartOptions { Snapshots = true });
        try
        {
            await walk(visitor);
        }
        catch (Exception failure)
        {
            throw new JourneyFailedException($"{failure.Message}\n{await KeepAsync(visitor)}", failure);
        }
        finally
        {
            await context.CloseAsync();
        }
    }

    private static async Task<string> KeepAsync(Visitor visitor)
    {
        var test = TestContext.Current.Test?.TestDisplayName ?? "journey";
        var name = Path.Combine(Places.Failures, string.Concat(test.Select(letter => char.IsLetterOrDigit(letter) ? letter : '-')));
        try
        {
            await visitor.Page.ScreenshotAsync(new PageScreenshotOptions { Path = name + ".png", FullPage = true });
            await visitor.Page.Context.Tracing.StopAsync(new TracingStopOptions { Path = name + ".zip" });
        }
        catch (PlaywrightException wrong)
        {
            return $"At {visitor.Page.Url}; no picture: {wrong.Message}";
        }

        return $"At {visitor.Page.Url}\nPicture: {name}.png\nTrace:   {name}.zip (npx playwright show-trace)";
    }
}

public sealed class JourneyFailedException(string message, Exception failure) : Exception(message, failure);
