using System.Text.Json.Serialization;

namespace Participatie.Surveys.Reporting.Export;

/// <summary>
/// A table beside the answers, with what its columns mean: the writer takes their names from here, so that both are the same.
/// </summary>
/// <param name="File">Its name.</param>
/// <param name="Columns">In their order.</param>
public sealed record CodebookFile(string File, IReadOnlyList<CodebookFileColumn> Columns)
{
    [JsonIgnore]
    public string[] Names => [.. Columns.Select(column => column.Name)];

    public static CodebookFile Of(string file, params ReadOnlySpan<(string Name, string Text)> columns)
    {
        var all = new List<CodebookFileColumn>();
        foreach (var (name, text) in columns)
        {
            all.Add(new CodebookFileColumn(name, text));
        }

        return new CodebookFile(file, all);
    }
}

public sealed record CodebookFileColumn(string Name, string Text);
