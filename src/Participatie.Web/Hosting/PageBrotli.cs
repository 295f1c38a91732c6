using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;

namespace Participatie.Web.Hosting;

/// <summary>
/// Brotli at the qualities between the framework's own "optimal" (4) and "smallest" (11, some ten milliseconds a page). Measured on a
/// question page of 10 KB: 5 is a twentieth smaller than 4 for 60 µs more, 7 another twentieth in letters of two bytes for 150 µs more; 9
/// gains nothing, 10 a tenth for five milliseconds.
/// </summary>
internal sealed class PageBrotli : ICompressionProvider
{
    public static readonly PageBrotli Usual = new(5);
    public static readonly PageBrotli Thorough = new(7);
    public static readonly PageBrotli Slow = new(10);

    private readonly BrotliCompressionOptions _options;

    private PageBrotli(int quality) => _options = new BrotliCompressionOptions { Quality = quality };

    public string EncodingName => "br";

    public bool SupportsFlush => true;

    public Stream CreateStream(Stream outputStream) => new BrotliStream(outputStream, _options, leaveOpen: true);
}
