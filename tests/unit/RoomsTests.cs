using System.Text.RegularExpressions;

namespace Participatie.Tests;

/// <summary>The rooms of the domain and of the site: data goes one way, so an earlier room never names a later one.</summary>
public sealed partial class RoomsTests
{
    /// <summary>
    /// Each room with those that it may name. Storage is the cellar: it maps what all rooms keep and holds no verbs, so every room may go
    /// down.
    /// </summary>
    private static readonly Dictionary<string, string[]> MayName = new(StringComparer.Ordinal)
    {
        ["Language"] = [],
        ["PlainLanguage"] = ["Language"],
        ["Codes"] = ["Storage", "Language"],
        ["Definition"] = ["Storage", "Language", "PlainLanguage", "Codes"],
        ["Answering"] = ["Storage", "Language", "PlainLanguage", "Codes", "Definition"],
        ["Intake"] = ["Storage", "Language", "PlainLanguage", "Codes", "Definition", "Answering"],
        ["Analysis"] = ["Storage", "Language", "PlainLanguage", "Codes", "Definition", "Answering", "Intake"],
        ["Reporting"] = ["Storage", "Language", "PlainLanguage", "Codes", "Definition", "Answering", "Intake", "Analysis"],
        ["Review"] = ["Storage", "Language", "PlainLanguage", "Codes", "Definition"],
        ["Storage"] = ["Language", "Codes", "Definition", "Answering", "Intake", "Analysis", "Reporting", "Review"],
    };

    /// <summary>
    /// The rooms of the site. Counting runs beside the pages and commands in place of them, so neither knows any; the start names all.
    /// </summary>
    private static readonly Dictionary<string, string[]> MayNameInWeb = new(StringComparer.Ordinal)
    {
        ["Hosting"] = [],
        ["Mail"] = ["Hosting"],
        ["Access"] = ["Hosting", "Mail"],
        ["Frame"] = ["Hosting", "Mail", "Access"],
        ["FormParts"] = ["Hosting", "Mail", "Access", "Frame"],
        ["QuestionInputs"] = ["Hosting", "Mail", "Access", "Frame", "FormParts"],
        ["ReadingAloud"] = ["Hosting", "Mail", "Access", "Frame", "FormParts", "QuestionInputs"],
        ["Pages"] = ["Hosting", "Mail", "Access", "Frame", "FormParts", "QuestionInputs", "ReadingAloud"],
        ["Counting"] = ["Hosting", "Mail", "Access"],
        ["Commands"] = ["Hosting", "Mail", "Access", "Counting"],
    };

    /// <summary>What the site brings along.</summary>
    private static readonly string[] NotCode = ["Assets", "Content", "wwwroot", "Properties", "data", "bin", "obj"];

    private static readonly string[] NobodysNames =
    [
        "Common", "Helper", "Util", "Shared", "Model", "Service", "Extension", "Manager", "DTO",
    ];

    [Fact]
    public void Every_folder_of_the_domain_is_a_room() =>
        Assert.Empty(Directory.EnumerateDirectories(Repository.Path("src/Participatie.Surveys"))
            .Select(folder => Path.GetFileName(folder)!)
            .Except([.. MayName.Keys, "bin", "obj"]));

    [Fact]
    public void Every_folder_of_the_site_is_a_room() =>
        Assert.Empty(Directory.EnumerateDirectories(Repository.Path("src/Participatie.Web"))
            .Select(folder => Path.GetFileName(folder)!)
            .Except([.. MayNameInWeb.Keys, .. NotCode]));

    [Fact]
    public void No_room_names_a_later_one() => Assert.Empty(Trespasses("src/Participatie.Surveys", MayName, Named));

    [Fact]
    public void No_room_of_the_site_names_a_later_one() => Assert.Empty(Trespasses("src/Participatie.Web", MayNameInWeb, NamedInWeb));

    [Theory]
    [InlineData("using Participatie.Surveys.Intake;", "Intake")]
    [InlineData("using static Participatie.Surveys.Intake.Receipts;", "Intake")]
    [InlineData("var queue = new Intake.Queue.DatabaseQueue();", "Intake")]
    [InlineData("List<Reporting.Row> rows;", "Reporting")]
    public void Sees_a_room_that_is_named(string code, string room) => Assert.Equal([room], Named(code));

    [Theory]
    [InlineData("@using Participatie.Web.Pages.Answering", "Pages")]
    [InlineData("@inject Participatie.Web.Hosting.AskedLanguage Asked", "Hosting")]
    [InlineData("<a href=\"@Pages.Somewhere.Address\">", "Pages")]
    [InlineData("new($\"{back}#{Frame.Frame.Saved}\")", "Frame")]
    public void Sees_a_room_of_the_site_that_is_named(string code, string room) => Assert.Equal([room], NamedInWeb(code));

    [Theory]
    [InlineData("/// Reads what <c>Intake.Queue</c> left.")]
    [InlineData("@* Reads what Intake.Queue left. *@")]
    [InlineData("var words = \"Intake.Queue\"; // Intake.Queue")]
    [InlineData("migration.Intake.Count()")]
    [InlineData("using Microsoft.EntityFrameworkCore.Storage;")]
    public void Sees_no_room_in_a_comment_or_another_name(string code) => Assert.Empty(Named(code));

    [Fact]
    public void No_folder_or_file_has_a_name_that_says_nothing() =>
        Assert.DoesNotContain(
            new[] { "src", "tests" }.SelectMany(SourceFiles).Select(file => Path.GetRelativePath(Repository.Path(""), file)),
            file => file.Split('/').Any(IsNobodys));

    [Theory]
    [InlineData("Common", true)]
    [InlineData("StringHelpers.cs", true)]
    [InlineData("AnswerDtos", true)]
    [InlineData("Models", true)]
    [InlineData("ServiceCollectionExtensions.cs", true)]
    [InlineData("Participatie.ServiceBus", false)]
    [InlineData("ResultPageModel.cs", false)]
    [InlineData("Utility.cs", false)]
    public void Knows_a_name_that_says_nothing(string name, bool says) => Assert.Equal(says, IsNobodys(name));

    /// <summary>
    /// A folder or file called so, or ending in the plural: <c>Models</c>, <c>StringHelpers.cs</c>; a <c>PageModel</c> says whose it is.
    /// </summary>
    private static bool IsNobodys(string name)
    {
        var bare = name.Split('.')[0];
        return NobodysNames.Any(nobody =>
            bare.Equals(nobody, StringComparison.OrdinalIgnoreCase)
            || bare.EndsWith(nobody + "s", StringComparison.OrdinalIgnoreCase)
            || bare.EndsWith("Helper", StringComparison.Ordinal)
            || bare.EndsWith("Manager", StringComparison.Ordinal));
    }

    private static IEnumerable<string> SourceFiles(string folder) =>
        !Directory.Exists(Repository.Path(folder))
            ? []
            : Directory.EnumerateFiles(Repository.Path(folder), "*.*", SearchOption.AllDirectories)
                .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal))
                .Where(
                    file =>
                        !Path.GetRelativePath(Repository.Path(""), file).Split('/').Any(part => part is "bin" or "obj" or "node_modules"));

    /// <summary>Where a room names one that it may not.</summary>
    private static IEnumerable<string> Trespasses(
        string project, Dictionary<string, string[]> mayName, Func<string, IEnumerable<string>> named) =>
        from room in mayName.Keys
        from file in SourceFiles($"{project}/{room}")
        from later in named(CodeOf(file)).Except([room, .. mayName[room]])
        select $"{file} names {later}";

    /// <summary>With what the files of imports above it say for it.</summary>
    private static string CodeOf(string file)
    {
        var code = File.ReadAllText(file);
        for (
            var folder = Path.GetDirectoryName(file); file.EndsWith(".razor", StringComparison.Ordinal)
                && folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var imports = Path.Combine(folder, "_Imports.razor");
            code = File.Exists(imports) ? File.ReadAllText(imports) + code : code;
        }

        return code;
    }

    private static IEnumerable<string> Named(string code) => Named(code, RoomName());

    private static IEnumerable<string> NamedInWeb(string code) => Named(code, WebRoomName());

    private static IEnumerable<string> Named(string code, Regex name) =>
        name.Matches(NoCode().Replace(code, said => IsCode(said.Value) ? said.Value : ""))
            .Select(match => match.Groups["room"].Value).Distinct(StringComparer.Ordinal);

    /// <summary>What stands between the braces of a string, or behind the @ in an attribute.</summary>
    private static bool IsCode(string said) =>
        said.StartsWith("$\"", StringComparison.Ordinal) || said.StartsWith("=\"", StringComparison.Ordinal);

    [GeneratedRegex("""@\*(.|\n)*?\*@|//.*|[$=]?"(\\.|[^"\\\n])*" """, RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NoCode();

    /// <summary>A whole namespace, or a room with something of it behind a dot.</summary>
    [GeneratedRegex(
        @"Participatie\.Surveys\.(?<room>\w+)|(?<![\w.])(?<room>Language|PlainLanguage|Codes|Definition|Answering|Intake|Analysis|Reporting|Review|Storage)\.[A-Z]",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex RoomName();

    [GeneratedRegex(
        @"(?:Participatie\.Web\.|(?<![\w.]))(?<room>Hosting|Mail|Access|Frame|FormParts|QuestionInputs|ReadingAloud|Pages|Counting|Commands)(?:(?<=Participatie\.Web\.\w+)\b|\.[A-Z])",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex WebRoomName();
}
