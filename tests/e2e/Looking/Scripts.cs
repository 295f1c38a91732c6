using System.Reflection;
using System.Text.Json;
using Deque.AxeCore.Commons;

namespace Participatie.Journeys.Looking;

/// <summary>The scripts that look at a page, as expressions for the debugger: it is not bound by the page's content policy.</summary>
internal static class Scripts
{
    /// <summary>Of the rules that are asked for, as the scripts call them <c>engineTags</c>.</summary>
    public static readonly string[] Tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

    private static readonly string Own = $"const engineTags = {JsonSerializer.Serialize(Tags)};\n"
        + string.Join('\n', OwnNames().Select(name => Read(typeof(Scripts).Assembly, name)));

    /// <summary>Some 600 KB; compiled by the browser in a few milliseconds, which is faster than the package's own way.</summary>
    private static readonly string Axe = Read(
        typeof(AxeRunOptions).Assembly,
        typeof(AxeRunOptions).Assembly.GetManifestResourceNames().Single(name => name.EndsWith("axe.min.js", StringComparison.Ordinal)));

    public static string EngineItself { get; } = $"(() => {{ {Axe}\nreturn ''; }})()";

    public const string HasEngine = "typeof axe";

    public static string Engine { get; } = $"(async () => {{ {Own}\nreturn JSON.stringify(await engine()); }})()";

    /// <summary>The same for a file: also what it could not tell.</summary>
    public static string Report { get; } = $"(async () => {{ {Own}\nreturn JSON.stringify(await report()); }})()";

    /// <summary>What the engine cannot see.</summary>
    public static string Eyes { get; } =
        $$"""(() => { {{Own}}; return JSON.stringify([headings, links, targets, refusals, languages, fields, regions, layout].flatMap(look => look().map(fault => `${look.name}: ${fault}`))); })()""";

    /// <summary>What does not fit, with those letters and that space in the text.</summary>
    public static string LayoutWith(string size, string spacing) => $$"""
        (() => {
          {{Own}};
          Object.assign(document.documentElement.dataset, { size: '{{size}}', spacing: '{{spacing}}' });
          document.querySelectorAll('details').forEach(part => part.open = true);
          return JSON.stringify(layout());
        })()
        """;

    /// <summary>Answers how many stops there may be.</summary>
    public static string StartWalk { get; } = $"(() => {{ {Own}; return startWalk(); }})()";

    public const string Passed = "JSON.stringify(passed)";

    /// <summary>The presses of Tab that follow end at what <c>sought</c> holds.</summary>
    public static string StartSearch { get; } = $"(() => {{ {Own}; return startSearch(); }})()";

    /// <summary>Whether it has the focus, and what was wrong with the stops on the way.</summary>
    public const string Search = "JSON.stringify({ found: sought.includes(document.activeElement), passed: passed.splice(0) })";

    public const string EndSearch = "sought = null; ''";

    /// <summary>
    /// A page in one state: two that are the same need one look. What a form carries unseen is new each time, which choice stands first is
    /// each visitor's own, and the same page of two consultations says another address and another hour.
    /// </summary>
    public static string Fingerprint { get; } = """
        (() => {
          const own = location.pathname.match(/^\/(?:beheer\/)?(?:raadpleging|voorbeeld|adviesraad)\/([^/]+)/)?.[1];
          const nameless = text => own ? text.replaceAll(own, '-') : text;
          const parts = nameless(document.documentElement.outerHTML)
            .replace(/value="CfDJ[^"]*"|data-vraag="[^"]*"|(?<=<input type="hidden"[^>]*)value="[^"]*"/g, '')
            .replace(/\b\d\d:\d\d\b/g, '00:00').split('<').map(part => part.trim());
          return [nameless(location.pathname), document.title, document.activeElement?.id ?? '', ...parts.sort()].join('<');
        })()
        """;

    private static IEnumerable<string> OwnNames() =>
        typeof(Scripts).Assembly.GetManifestResourceNames().Where(name => name.EndsWith(".js", StringComparison.Ordinal));

    private static string Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
