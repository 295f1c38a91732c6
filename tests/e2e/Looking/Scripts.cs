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

    public static string Focus { get; } = $"(() => {{ {Own}; return JSON.stringify(focus()); }})()";

    /// <summary>
    /// A page in one state: two that are the same need one look. The token of a form is new each time, and which choice stands first is
    /// each visitor's own.
    /// </summary>
    public static string Fingerprint { get; } = """
        (() => {
          const parts = document.documentElement.outerHTML
            .replace(/value="CfDJ[^"]*"/g, '').replace(/name="rotation" value="\d+"/g, '').split('<').map(part => part.trim());
          return [location.pathname, document.title, document.activeElement?.id ?? '', ...parts.sort()].join('<');
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
