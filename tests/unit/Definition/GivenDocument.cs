using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Participatie.Surveys.Definition;

namespace Participatie.Tests.Definition;

/// <summary>A definition document, valid until something in it is changed.</summary>
internal sealed class GivenDocument(byte[] utf8)
{
    private readonly JsonNode _root = JsonNode.Parse(utf8)!;

    public GivenDocument(Consultation definition)
        : this(DefinitionWriter.Write(definition))
    {
    }

    public static GivenDocument WithEveryKind() => new(GivenConsultation.WithEveryKind().Build());

    public JsonNode Root => _root;

    public GivenDocument Put(string pointer, string json)
    {
        var value = JsonNode.Parse(json);
        switch (Parent(pointer))
        {
            case (JsonArray list, "-"):
                list.Add(value);
                break;
            case (JsonArray list, var index):
                list[int.Parse(index, CultureInfo.InvariantCulture)] = value;
                break;
            case (var parent, var name):
                parent[name] = value;
                break;
        }

        return this;
    }

    public GivenDocument Without(string pointer)
    {
        var (parent, name) = Parent(pointer);
        Assert.True(parent.AsObject().Remove(name), $"{pointer} is not in the document");
        return this;
    }

    public IReadOnlyList<Problem> Problems() => Read(_root.ToJsonString()).Problems;

    public static (Consultation? Definition, IReadOnlyList<Problem> Problems) Read(string json) =>
        DefinitionReader.Read(Encoding.UTF8.GetBytes(json));

    private (JsonNode Parent, string Name) Parent(string pointer)
    {
        var steps = pointer.Split('/')[1..];
        var node = _root;
        foreach (var step in steps[..^1])
        {
            node = node is JsonArray list ? list[int.Parse(step, CultureInfo.InvariantCulture)]! : node[step]!;
        }

        return (node, steps[^1]);
    }
}
