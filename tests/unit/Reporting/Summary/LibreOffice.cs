using System.Diagnostics;

namespace Participatie.Tests.Reporting.Summary;

/// <summary>The program with which many open a DOCX file. Installed where everything is tested; there its absence is a fault.</summary>
internal static class LibreOffice
{
    /// <summary>Opening takes seconds, so only where everything is tested.</summary>
    public static bool IsTested => Environment.GetEnvironmentVariable("PARTICIPATIE_TEST_FULL") is not null;

    /// <summary>Opens a DOCX file and makes a tagged PDF of it: the headings, lists and tables in that are what the program understood.</summary>
    public static async Task<PdfStructure> OpenAsync(byte[] docx, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("docx-").FullName;
        try
        {
            var file = Path.Combine(folder, "document.docx");
            await File.WriteAllBytesAsync(file, docx, cancellationToken);
            var start = new ProcessStartInfo("soffice")
            {
                UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
            };
            foreach (var argument in new[]
            {
                $"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to",
                """pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}""", "--outdir", folder, file,
            })
                start.ArgumentList.Add(argument);
            using var office = Process.Start(start)!;
            var said = await office.StandardError.ReadToEndAsync(cancellationToken);
            await office.WaitForExitAsync(cancellationToken);
            var pdf = Path.Combine(folder, "document.pdf");
            Assert.True(File.Exists(pdf), said);
            return PdfStructure.Of(await File.ReadAllBytesAsync(pdf, cancellationToken));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
