using System.Text;
using MiniExcelLibs;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.People.Import;

namespace WorkshopHub.Tests.People;

/// <summary>Files as people have them.</summary>
public sealed class ImportFileTests
{
    private const string List = "Dept.;E-Mail Address;Full Name\r\n\"Networks; north\";zoe@w.example;Zoë \"Zed\" Müller\r\n";

    public static TheoryData<string> Encodings => ["utf-8", "utf-8 with a mark", "utf-16", "utf-16 without a mark", "big-endian utf-16", "windows-1252"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Letters_come_right_in_every_encoding(string encoding)
    {
        var text = List.Replace("Zed", "Z.", StringComparison.Ordinal);
        byte[] content = encoding switch
        {
            "utf-8" => Encoding.UTF8.GetBytes(text),
            "utf-8 with a mark" => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)],
            "utf-16" => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)],
            "utf-16 without a mark" => Encoding.Unicode.GetBytes(text),
            "big-endian utf-16" => [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(text)],
            _ => CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text),
        };
        var table = ImportFile.Read("people.csv", content);
        Assert.Equal(["Dept.", "E-Mail Address", "Full Name"], table.Headings);
        Assert.Equal(["Networks; north", "zoe@w.example", "Zoë \"Z.\" Müller"], Assert.Single(table.Lines).C);
        Assert.Equal(["unit", "email", "name"], table.Guess());
    }

    [Theory]
    [InlineData(';')]
    [InlineData(',')]
    [InlineData('\t')]
    [InlineData('|')]
    public void Cells_are_told_apart_by_whatever_stands_between_them(char sign)
    {
        var text = string.Join('\n', "Name|E-mail|Position", "\"Osei, Amara; Dr\"|amara@w.example|\"Leader\nof repairs\"", "", "Tomasz Wilk|tomasz@w.example|").Replace('|', sign);
        var table = Read(text);
        Assert.Equal([(2, "Osei, Amara; Dr"), (5, "Tomasz Wilk")], table.Lines.Select(line => (line.N, line.C[0])));
        Assert.Equal("Leader of repairs", table.Lines[0].C[2]);
        Assert.Equal(["name", "email", "job"], table.Guess());
    }

    [Fact]
    public void Headings_are_found_below_a_title_and_a_file_without_any_is_read_by_its_looks()
    {
        var titled = Read("sep=;\nPeople of the north\n\nLine manager;Site;Surname;First name\nPauline Beckett;Thornby;Wilk;Tomasz\n");
        Assert.Equal(["manager", "site", "last", "first"], titled.Guess());
        Assert.Equal("Thornby", Assert.Single(titled.Lines).C[1]);
        var bare = Read("Amara Osei,amara@w.example\nTomasz Wilk,tomasz@w.example\n");
        Assert.Equal(["name", "email"], bare.Guess());
        Assert.Equal(2, bare.Lines.Count);
    }

    [Fact]
    public void A_managers_address_is_taken_before_a_managers_name_and_what_we_do_not_need_is_left_out() =>
        Assert.Equal(["", "manager", "", "name"], Read("Manager,Manager E-mail,Payroll no.,Name\nA,a@w.example,12,B\n").Guess());

    [Fact]
    public void A_workbook_is_read_by_its_content_whatever_it_is_called()
    {
        using var stream = new MemoryStream();
        stream.SaveAs(new Dictionary<string, object>
        {
            ["Notes"] = Array.Empty<object>(),
            ["Staff"] = new[] { new { Name = "Zoë Müller", Email = "zoe@w.example", Started = new DateTime(2024, 5, 1), Floor = 3.0 } },
        });
        var table = ImportFile.Read("people.csv", stream.ToArray());
        Assert.Equal(["name", "email", "", ""], table.Guess());
        Assert.Equal(["Zoë Müller", "zoe@w.example", "2024-05-01", "3"], Assert.Single(table.Lines).C);
    }

    [Theory]
    [InlineData("", "This file is empty")]
    [InlineData("\n\n", "There is nothing in this file")]
    [InlineData("Name;E-mail\n", "nobody below them")]
    [InlineData("\u00D0\u00CF\u0011\u00E0 old workbook", "old kind (.xls)")]
    [InlineData("PK\u0003\u0004 broken", "can’t be read")]
    [InlineData("\u0089PNG\u0000\u0000\u0001", "This is no list")]
    public void What_is_no_list_is_refused_with_what_to_do(string content, string says) =>
        Assert.Contains(says, Refused(Encoding.Latin1.GetBytes(content)), StringComparison.Ordinal);

    [Fact]
    public void A_quotation_mark_that_is_never_closed_and_too_many_rows_are_told()
    {
        Assert.Contains("Row 2 has a cell", Refused(Encoding.UTF8.GetBytes($"Name,Job\nA,\"{new string('x', 600)}")), StringComparison.Ordinal);
        var many = "Name\n" + string.Concat(Enumerable.Range(1, 2001).Select(n => $"P{n}\n"));
        Assert.Contains("2001 rows are a lot", Refused(Encoding.UTF8.GetBytes(many)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_table_comes_back_from_a_form_as_it_went_and_a_forged_one_does_not()
    {
        var table = Read("Name,Job\n\"A \"\"b\"\" </textarea> 'c'\",\"=1+1\"\n");
        var back = ImportTable.FromText(table.ToText())!;
        Assert.Equal(table.Lines[0].C, back.Lines[0].C);
        Assert.Equal(table.Headings, back.Headings);
        foreach (var forged in new[] { null, "", "{", "[]", "null", """{"File":"a","Headings":["x"],"Lines":[{"N":1,"C":[]}]}""", """{"File":"a","Headings":["x"],"Lines":[null]}""" })
        {
            Assert.Null(ImportTable.FromText(forged));
        }
    }

    private static ImportTable Read(string text) => ImportFile.Read("people.csv", Encoding.UTF8.GetBytes(text));

    private static string Refused(byte[] content) => Assert.Throws<RefusedException>(() => ImportFile.Read("people", content)).Message;
}
