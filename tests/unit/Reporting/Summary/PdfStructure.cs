using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Participatie.Tests.Reporting.Summary;

/// <summary>What a PDF says of itself to a screen reader: read from its objects, packed ones too.</summary>
internal sealed partial class PdfStructure
{
    private readonly string _objects;

    private PdfStructure(string objects) => _objects = objects;

    public bool IsTagged => Marked().IsMatch(_objects) && _objects.Contains("/StructTreeRoot", StringComparison.Ordinal);

    public string? Language => Lang().Match(_objects) is { Success: true } found ? found.Groups["tag"].Value : null;

    public int Pages => Page().Count(_objects);

    /// <summary>How many elements of its structure are of that kind: H1, TH, …</summary>
    public int Count(string kind) => Regex.Count(
        _objects, $@"/S\s*/{kind}(?![A-Za-z0-9])", RegexOptions.None, TimeSpan.FromSeconds(5));

    public static PdfStructure Of(byte[] file)
    {
        var text = Encoding.Latin1.GetString(file);
        var all = new StringBuilder(text);
        foreach (Match packed in Packed().Matches(text))
        {
            using var bytes = new MemoryStream(file, packed.Index + packed.Length, file.Length - packed.Index - packed.Length);
            using var zip = new ZLibStream(bytes, CompressionMode.Decompress);
            using var reader = new StreamReader(zip, Encoding.Latin1);
            try
            {
                all.Append('\n').Append(reader.ReadToEnd());
            }
            catch (InvalidDataException)
            {
                // Packed in another way: a font.
            }
        }

        return new PdfStructure(all.ToString());
    }

    [GeneratedRegex(@"/Marked\s+true", RegexOptions.None, 1000)]
    private static partial Regex Marked();

    [GeneratedRegex(@"/Lang\s*\((?<tag>[^)]*)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Lang();

    [GeneratedRegex(@"/Type\s*/Page(?![A-Za-z])", RegexOptions.None, 1000)]
    private static partial Regex Page();

    // Objects and pages alike; what a page draws has no such words.
    [GeneratedRegex(@"/FlateDecode[^>]*>>\s*stream\r?\n", RegexOptions.None, 5000)]
    private static partial Regex Packed();
}
