using System.Diagnostics;
using System.Text.RegularExpressions;
using Participatie.Journeys.Walks;
using Participatie.Load.Serving;
using Participatie.Load.Walking;

namespace Participatie.Load.Limits;

/// <summary>Somebody of the staff, who signs in and looks at the overview over and over.</summary>
internal sealed partial class StaffMember
{
    private const string Password = "paarse olifant eet kaas";

    /// <summary>Far from the numbers of residents: an address of its own.</summary>
    private const int FirstAddress = 1 << 20;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    // The folder may have been measured before.
    private readonly string _mail = $"anna.{Guid.NewGuid():N}@drenthe.nl";
    private readonly HttpClient _client;
    private readonly Uri _site;
    private readonly Browser _browser;
    private int _signIns;

    private StaffMember(HttpClient client, Uri site)
    {
        _client = client;
        _site = site;
        _browser = new Browser(client, site, FirstAddress, new Timings());
    }

    /// <summary>Makes an account as the first administrator does.</summary>
    /// <param name="program">The published Participatie.Web.dll, whose verb prints the link.</param>
    /// <param name="settings">Of the site that is running.</param>
    /// <param name="client">Without cookies.</param>
    /// <param name="site">Where it is running.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<StaffMember> BeginAsync(
        string program, string[] settings, HttpClient client, Uri site, CancellationToken cancellationToken)
    {
        var member = new StaffMember(client, site);
        var link = SetupLink().Match(await Server.OutputOfAsync(program, ["setup-link", .. settings], cancellationToken)).Value;
        var page = await member._browser.GetAsync(link, cancellationToken);
        page = await SendAsync(
            member._browser, link, page, [("naam", "Anna"), ("mail", member._mail), ("wachtwoord", Password)], cancellationToken);
        var key = Key().Match(page.Html).Value;
        page = await SendAsync(
            member._browser, page.Address, page, [("code", AuthenticatorApp.CodeOf(key))], cancellationToken);
        await member.ExpectAsync("/beheer", cancellationToken);
        return member;
    }

    /// <returns>The medians of signing in (the page, and the password that is right) and of the overview, in milliseconds.</returns>
    public async Task<(double SignIn, double Overview)> WorkAsync(TimeSpan duration, CancellationToken cancellationToken)
    {
        var (signIns, overviews) = (new List<double>(), new List<double>());
        for (var start = Stopwatch.GetTimestamp(); Timings.Since(start) < duration;)
        {
            var began = Stopwatch.GetTimestamp();
            await SignInAsync(cancellationToken);
            signIns.Add(Timings.Since(began).TotalMilliseconds);
            for (var look = 0; look < 4; look++)
            {
                await Task.Delay(Pause, cancellationToken);
                began = Stopwatch.GetTimestamp();
                await ExpectAsync("/beheer", cancellationToken);
                overviews.Add(Timings.Since(began).TotalMilliseconds);
            }
        }

        return (Median.Of(signIns), Median.Of(overviews));
    }

    /// <returns>How long looking at the page takes, in milliseconds.</returns>
    public async Task<double> LookAsync(string address, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        await ExpectAsync(address, cancellationToken);
        return Timings.Since(began).TotalMilliseconds;
    }

    private async Task SignInAsync(CancellationToken cancellationToken)
    {
        // Each time from another place: the site slows down who tries often.
        var browser = new Browser(_client, _site, FirstAddress + ++_signIns, new Timings());
        const string address = "/beheer/inloggen";
        var page = await browser.GetAsync(address, cancellationToken);
        var after = await SendAsync(browser, address, page, [("mail", _mail), ("wachtwoord", Password)], cancellationToken);
        if (after.Address == address)
            throw new InvalidOperationException($"{(int)after.Status}: the password was not taken.");
    }

    private static async Task<Page> SendAsync(
        Browser browser, string address, Page page, (string Name, string Value)[] fields, CancellationToken cancellationToken)
    {
        var hidden = HiddenFields.In(System.Text.Encoding.UTF8.GetBytes(page.Html)).Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(field => field.Split('=', 2)).Select(field => (field[0], field[1]));
        return await browser.PostAsync(
            address, [.. hidden.Concat(fields).Select(field => KeyValuePair.Create(field.Item1, field.Item2))], cancellationToken);
    }

    private async Task ExpectAsync(string address, CancellationToken cancellationToken)
    {
        var page = await _browser.GetAsync(address, cancellationToken);
        if (page.Address != address || (int)page.Status != 200)
            throw new InvalidOperationException($"{(int)page.Status} at {page.Address} instead of {address}.");
    }

    [GeneratedRegex("/beheer/begin/[0-9a-z]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SetupLink();

    [GeneratedRegex("([A-Z2-7]{4} ){7}[A-Z2-7]{4}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Key();
}
