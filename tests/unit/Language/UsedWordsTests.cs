using System.Text.RegularExpressions;
using Participatie.Surveys.Language;

namespace Participatie.Tests.Language;

/// <summary>A page that asks for words which no file has is a fault page for whoever opens it.</summary>
public sealed partial class UsedWordsTests
{
    [Fact]
    public void Every_text_that_the_source_asks_for_by_its_whole_name_is_there()
    {
        var known = InterfaceWords.For(Languages.Dutch).Keys
            .Concat(Audience.All.SelectMany(audience => InterfaceWords.For(Languages.Dutch, audience).Keys))
            .ToHashSet(StringComparer.Ordinal);
        var asked = Directory.EnumerateFiles(Repository.Path("src"), "*.*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".razor" or ".cs")
            .Where(file => !file.Split('/').Any(part => part is "bin" or "obj" or "node_modules"))
            .SelectMany(file => Asked().Matches(File.ReadAllText(file)).Select(match => match.Groups["key"].Value))
            .ToHashSet(StringComparer.Ordinal);

        Assert.NotEmpty(asked);
        Assert.Empty(asked.Except(known).Order(StringComparer.Ordinal));
    }

    /// <summary>Not those that are put together: "staff.step." and a name.</summary>
    [GeneratedRegex(
        """[wW]ords(?:\[|\.Format\(|\.Count\(|, )\s*"(?<key>[a-z0-9.-]+[a-z0-9])"(?:\]|,|\))""",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Asked();
}
