using Microsoft.AspNetCore.Mvc;
using QRCoder;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Accounts;

/// <summary>An address that people could type.</summary>
/// <param name="Address">With scheme, e.g. http://hub.wendmere.</param>
/// <param name="Note">What speaks for or against it.</param>
/// <param name="Crowded">Whether a room's QR would grow over 29 x 29.</param>
/// <param name="Test">The test that its QR belongs to.</param>
public sealed record SetUpChoice(string Address, string Note, bool Crowded, ReachTest Test);

/// <summary>Second page of the set-up: the address that people type.</summary>
public sealed class SetUpAddress(Db db, Writer writer, SiteAddress site, ReachTests tests, HostNames hosts, OfficeNews news) : OfficePage(db, writer)
{
    /// <summary>The chosen address.</summary>
    [BindProperty]
    public string? Address { get; set; }

    /// <summary>An address of one's own, as typed.</summary>
    [BindProperty]
    public string? Own { get; set; }

    /// <summary>The addresses to choose from, the best first.</summary>
    public IReadOnlyList<SetUpChoice> Choices { get; private set; } = [];

    /// <summary>The address that the program was started with, or null; then there is nothing to choose.</summary>
    public string? Fixed => site.Fixed;

    /// <summary>Shows the addresses that this server answers to.</summary>
    public async Task OnGetAsync()
    {
        Address = await Db.ReadAsync(site.Of);
        Offer(Address);
    }

    /// <summary>Shows the QR of a typed address, so that it can be tried out before it is taken.</summary>
    public IActionResult OnPostShow()
    {
        if (Settle() is not { } address)
        {
            return Again();
        }

        (Address, Own) = (address, null);
        ModelState.Clear();
        Offer(address);
        return Page();
    }

    /// <summary>Takes the address.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (Settle() is not { } address)
        {
            return Again();
        }

        // Whoever chooses a wrong address still gets in by the name that they came by.
        await TryAsync(writes =>
        {
            Settings.Set(writes, Settings.SiteAddress, address);
            Settings.Set(writes, Settings.SiteHosts, Request.Host.Host);
        });
        hosts.Changed();
        news.OfAddress();
        return RedirectToPage("/Accounts/SetUpTry");
    }

    private string? Settle()
    {
        try
        {
            return SetUpAddresses.Normal(string.IsNullOrWhiteSpace(Own) ? Address : Own, Request.Scheme);
        }
        catch (RefusedException refused)
        {
            Faults[refused.Field] = refused.Message;
            Offer(null);
            return null;
        }
    }

    private void Offer(string? more)
    {
        IEnumerable<string?> all = [Fixed, more, .. SetUpAddresses.Of(Request)];
        Choices = [.. all.OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Take(8).Select(Choice)];
        Address = Choices.Select(choice => choice.Address).Where(known => known == Address).Append(Choices is [var best, ..] ? best.Address : null).First();
    }

    private SetUpChoice Choice(string address)
    {
        var crowded = IsCrowded(address);
        var host = new Uri(address).Host;
        var note = address == Fixed ? "The program was started with it"
            : crowded ? "Too long for the QR code on a wall: it would grow"
            : host.Equals(Request.Host.Host, StringComparison.OrdinalIgnoreCase) ? "You are using it right now"
            : char.IsAsciiDigit(host[^1]) ? "Works where this number can be reached, hard to type"
            : "Short to type. Try whether phones find it by this name";
        return new SetUpChoice(address, note, crowded, tests.Start(address));
    }

    /// <summary>Whether the QR of a room at this address has more than 29 modules a side (version 3).</summary>
    private static bool IsCrowded(string address)
    {
        using var code = QRCodeGenerator.GenerateQrCode(
            $"{address}/J/{new string('A', 26)}".ToUpperInvariant(), QRCodeGenerator.ECCLevel.M);
        return code.Version > 3;
    }
}
