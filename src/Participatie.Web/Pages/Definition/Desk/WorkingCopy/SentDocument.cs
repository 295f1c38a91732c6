using System.Security.Cryptography;
using System.Text;

namespace Participatie.Web.Pages.Definition.Desk.WorkingCopy;

/// <summary>What a form about a document brought: a text, a file, or both.</summary>
/// <param name="Typed">The text from the page; null when the form had none.</param>
/// <param name="Uploaded">What the file says; null when there was none, or it is no text.</param>
/// <param name="IsNoText">A file came that is no text, such as a letter of a word processor.</param>
internal sealed record SentDocument(string? Typed, string? Uploaded, bool IsNoText)
{
    public const string TextField = "tekst";
    public const string FileField = "bestand";
    public const string RevisionField = "revisie";

    /// <summary>Tells what stood in the field when the page was shown, so that it is known whether somebody typed.</summary>
    public const string ShownField = "getoond";

    /// <summary>Throws on what is no UTF-8, so that a file in other letters is not stored as question marks.</summary>
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>For <see cref="ShownField"/>.</summary>
    public static string MarkOf(string shown) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Plain(shown))));

    /// <summary>The text is as the page gave it: nothing is lost when a file comes in its place.</summary>
    public bool IsAsShown(IFormCollection form) => string.IsNullOrWhiteSpace(Typed) || form[ShownField] == MarkOf(Typed);

    public static async Task<SentDocument> ReadAsync(IFormCollection form, CancellationToken cancellationToken)
    {
        var typed = form.ContainsKey(TextField) ? Plain(form[TextField].ToString()) : null;
        if (form.Files.GetFile(FileField) is not { Length: > 0 } file)
            return new SentDocument(typed, Uploaded: null, IsNoText: false);
        using var bytes = new MemoryStream((int)file.Length);
        await using var content = file.OpenReadStream();
        await content.CopyToAsync(bytes, cancellationToken);
        var uploaded = Read(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
        return new SentDocument(typed, uploaded, uploaded is null);
    }

    /// <summary>UTF-8, or what some editors write and mark at its beginning: UTF-16.</summary>
    private static string? Read(ReadOnlySpan<byte> bytes)
    {
        Encoding encoding = bytes switch
        {
            [0xFF, 0xFE, ..] => new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
            [0xFE, 0xFF, ..] => new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
            _ => Strict,
        };
        try
        {
            var text = Plain(encoding.GetString(bytes).TrimStart('\uFEFF'));
            // A text has none: what does is a picture or a letter of a word processor.
            return text.Contains('\0', StringComparison.Ordinal) ? null : text;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>Browsers send every line end as two characters: left so, each save in a page would change every line.</summary>
    private static string Plain(string text) =>
        text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
}
