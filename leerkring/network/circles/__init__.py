"""Groups with a purpose: werkgroep, lerend netwerk, klankbordgroep, bewonerspanel, kernpartners."""
