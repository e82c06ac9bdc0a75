using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Programmes.Composer;

/// <summary>What the page asks the solver, and what it puts in place.</summary>
public sealed partial class ComposerPage
{
    /// <summary>Proposes sets. Where there are none that keep the rules, it says which rules collide.</summary>
    public async Task<IActionResult> OnPostProposeAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        if (View.Draft is not { } draft || draft.Version != Version)
        {
            return await BothAsync("The draft", _ => "a proposal of sets", null);
        }

        var mix = Mix.Of(draft, View.People, View.Interest);
        if (mix.People.Count == 0)
        {
            return Again("Press", "Nobody is to be seated. Take people in first.");
        }

        MixResult found;
        try
        {
            found = await mixer.RunAsync(mix, HttpContext.RequestAborted);
        }
        catch (OperationCanceledException) when (HttpContext.RequestAborted.IsCancellationRequested)
        {
            return new EmptyResult(); // the browser has gone
        }

        if (found.Places is not { } places)
        {
            Clash = Clash.Of(found.Collision, mix, View);
            return Again();
        }

        return await PressAsync(
            _ => string.Create(CultureInfo.InvariantCulture, $"A proposal for {Cautions.People(mix.People.Count)}"),
            (_, now) => now.Seat(places.ToDictionary(one => one.Key, one => now.Sets[one.Value].Position), found.Proof!));
    }

    /// <summary>Keeps who was chosen by hand as advisors and champions.</summary>
    public Task<IActionResult> OnPostRolesAsync() => PressAsync(_ => "Advisors and champions by hand", (writes, draft) =>
    {
        var able = RoleRow.Of(writes, Id);
        foreach (var role in draft.Roles)
        {
            var field = string.Create(CultureInfo.InvariantCulture, $"{role.Role}-{role.Position}");
            if (!Request.Form.TryGetValue(field, out var typed) || typed == (role.PersonId?.ToString(CultureInfo.InvariantCulture) ?? ""))
            {
                continue;
            }

            var chosen = long.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var person) ? person : (long?)null;
            if (!string.IsNullOrEmpty(typed) && !able.Any(one => one.PersonId == chosen && one.Role == role.Role))
            {
                throw new RefusedException(field, $"{(chosen is { } gone ? View.NameOf(gone) : "Somebody")} is no {role.Role.ToLowerInvariant()} here any more. Choose somebody of the list.");
            }

            draft = draft.Appoint(role.Position, role.Role, chosen, kept: true);
        }

        return draft;
    });

    /// <summary>Proposes advisors, and champions where sets have them; who was chosen by hand stays.</summary>
    public Task<IActionResult> OnPostShareAsync() => PressAsync(_ => "A proposal of advisors and champions", (writes, draft) =>
    {
        var roles = RoleRow.Of(writes, Id);
        var people = Candidate.Of(writes, Id);
        foreach (var role in Draft.RoleNames.Where(role => role == "Advisor" || View.NeedsChampion))
        {
            draft = RoleMix.Share(draft, role, [.. roles.Where(one => one.Role == role)], people);
        }

        return draft;
    });

    /// <summary>Puts the draft in place.</summary>
    public Task<IActionResult> OnPostPlaceAsync() => SettleAsync(
        "The sets are in place.", writes => Placing.Place(writes, Id, Version, Viewer.PersonId));

    /// <summary>Takes back what was put in place last.</summary>
    /// <param name="placing">Which.</param>
    public Task<IActionResult> OnPostBackAsync(long placing) => SettleAsync(
        "Taken back. The sets are as they were before.", writes => Placing.TakeBack(writes, Id, placing, Viewer.PersonId));

    private async Task<IActionResult> SettleAsync(string told, Func<Writes, IReadOnlyList<long>?> settle)
    {
        IReadOnlyList<long>? moved = null;
        IReadOnlyList<long> touched = [];
        if (!await TryAsync(writes => touched = Touched.By(writes, Id, () => moved = settle(writes))))
        {
            return await RefusedAsync();
        }

        if (moved is null)
        {
            return await BothAsync("The draft", _ => "put in place as it was shown", null);
        }

        endings.OfAll(moved.Concat(touched));
        news.OfSets(Id);
        news.OfPeople(Id);
        Told = told;
        return Back();
    }
}
