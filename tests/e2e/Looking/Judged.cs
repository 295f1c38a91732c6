using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Participatie.Journeys.Looking;

/// <summary>Which pages were judged how in this run, whoever came there first.</summary>
internal static partial class Judged
{
    private static readonly ConcurrentDictionary<(string Page, string Language, Look Look), bool> All = new();

    public static void Note(string path, string language, Look look) => All.TryAdd((PageOf(path), language, look), true);

    /// <param name="page">As <see cref="PageOf"/> says it.</param>
    public static IReadOnlyList<(string Language, Look Look)> Of(string page) =>
        [.. All.Keys.Where(one => one.Page == page).Select(one => (one.Language, one.Look))];

    /// <summary>The same for every consultation, link and number.</summary>
    public static string PageOf(string path) => Own().Replace(path, "-");

    [GeneratedRegex("[A-Za-z0-9_-]{30,}|(?<=/raadpleging/)[^/]+|(?<=/)[0-9]+(?=/|$)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Own();
}
